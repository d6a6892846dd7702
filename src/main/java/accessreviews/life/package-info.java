/** The life of a review, step by step: start, stages, end, stop, remind, apply. */
@NullMarked
package accessreviews.life;

import org.jspecify.annotations.NullMarked;
