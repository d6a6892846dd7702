/** Who calls. */
@NullMarked
package accessreviews.identity;

import org.jspecify.annotations.NullMarked;
