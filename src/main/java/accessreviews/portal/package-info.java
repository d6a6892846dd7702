/** The pages in which people review, administer and audit, at {@code /reviews}. */
@NullMarked
package accessreviews.portal;

import org.jspecify.annotations.NullMarked;
