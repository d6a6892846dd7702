/** How people are signed in to the portal, by an issuer or in trials without one. */
@NullMarked
package accessreviews.identity.browser;

import org.jspecify.annotations.NullMarked;
