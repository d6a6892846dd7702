/** Microsoft's own clients against the service. */
@NullMarked
package accessreviews.sdk;

import org.jspecify.annotations.NullMarked;
