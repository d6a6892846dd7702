/** Pages of reviewers: what is theirs to decide, and their answers. */
@NullMarked
package accessreviews.portal.reviewing;

import org.jspecify.annotations.NullMarked;
