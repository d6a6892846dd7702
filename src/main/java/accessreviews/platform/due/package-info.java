/** What is due: rows that wait for their instant, and who lets it happen. */
@NullMarked
package accessreviews.platform.due;

import org.jspecify.annotations.NullMarked;
