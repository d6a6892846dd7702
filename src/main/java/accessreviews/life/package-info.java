/** The life of a review: what starts, ends, stops, reminds and applies it, step by step. */
@NullMarked
package accessreviews.life;

import org.jspecify.annotations.NullMarked;
