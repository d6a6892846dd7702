@NullMarked
package accessreviews.portal.manage;

import org.jspecify.annotations.NullMarked;
