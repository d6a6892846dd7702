/** Sign-in of dev mode and tests: an issuer of tokens that no production build has. */
@NullMarked
package accessreviews.dev.signin;

import org.jspecify.annotations.NullMarked;
