/** The reviewers of items, and the contacted reviewers. */
@NullMarked
package accessreviews.decisions.reviewers;

import org.jspecify.annotations.NullMarked;
