/** Stages of a multi-stage instance. */
@NullMarked
package accessreviews.stages;

import org.jspecify.annotations.NullMarked;
