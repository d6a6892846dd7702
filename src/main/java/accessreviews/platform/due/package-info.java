/** Due rows, and the loop that runs their transitions. */
@NullMarked
package accessreviews.platform.due;

import org.jspecify.annotations.NullMarked;
