/** Tests of what the pages of the portal have in common. */
@NullMarked
package accessreviews.portal;

import org.jspecify.annotations.NullMarked;
