/** What the service stands on: time, transactions, the database it starts with. */
@NullMarked
package accessreviews.platform;

import org.jspecify.annotations.NullMarked;
