/** Request bodies: JSON with absent, null and given members. */
@NullMarked
package accessreviews.odata.bodies;

import org.jspecify.annotations.NullMarked;
