/** Tests of signing in to the portal. */
@NullMarked
package accessreviews.portal.signin;

import org.jspecify.annotations.NullMarked;
