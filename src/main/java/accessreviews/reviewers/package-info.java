/** Who reviews: reviewer scopes and the rules of changing them. */
@NullMarked
package accessreviews.reviewers;

import org.jspecify.annotations.NullMarked;
