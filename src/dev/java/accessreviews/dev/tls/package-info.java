/** TLS of dev mode and tests: clients that send tokens over https only work with these, too. */
@NullMarked
package accessreviews.dev.tls;

import org.jspecify.annotations.NullMarked;
