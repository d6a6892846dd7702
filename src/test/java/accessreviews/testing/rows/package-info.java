/** Rows that tests write and read, and builders for them. */
@NullMarked
package accessreviews.testing.rows;

import org.jspecify.annotations.NullMarked;
