/** Sessions of the portal, its forms and its headers. */
@NullMarked
package accessreviews.portal.signin;

import org.jspecify.annotations.NullMarked;
