/** Reviewer scopes, and the rules for changing them. */
@NullMarked
package accessreviews.reviewers;

import org.jspecify.annotations.NullMarked;
