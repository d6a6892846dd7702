/** Microsoft's own clients against the service; their getters are nullable, one and all. */
@NullUnmarked
package accessreviews.sdk;

import org.jspecify.annotations.NullUnmarked;
