/** Who reviews an item, and who was contacted. */
@NullMarked
package accessreviews.decisions.reviewers;

import org.jspecify.annotations.NullMarked;
