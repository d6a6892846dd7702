/** The pages in which administrators see and steer reviews, at {@code /reviews/manage}. */
@NullMarked
package accessreviews.portal.manage;

import org.jspecify.annotations.NullMarked;
