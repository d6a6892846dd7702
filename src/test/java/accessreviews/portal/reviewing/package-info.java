/** Tests of the pages of reviewers. */
@NullMarked
package accessreviews.portal.reviewing;

import org.jspecify.annotations.NullMarked;
