/** Access review instances: one run of a series on one resource. */
@NullMarked
package accessreviews.instances;

import org.jspecify.annotations.NullMarked;
