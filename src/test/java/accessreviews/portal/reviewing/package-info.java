/** Tests of the pages on which reviewers answer. */
@NullMarked
package accessreviews.portal.reviewing;

import org.jspecify.annotations.NullMarked;
