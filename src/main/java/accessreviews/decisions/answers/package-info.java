/** Writing decisions: one item, many items, recommendations, reset. */
@NullMarked
package accessreviews.decisions.answers;

import org.jspecify.annotations.NullMarked;
