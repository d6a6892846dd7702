/** When a series starts its instances. */
@NullMarked
package accessreviews.recurrence;

import org.jspecify.annotations.NullMarked;
