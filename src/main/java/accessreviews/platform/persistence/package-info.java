/** Transactions, bulk statements and JSON columns. */
@NullMarked
package accessreviews.platform.persistence;

import org.jspecify.annotations.NullMarked;
