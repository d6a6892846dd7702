/** Servers that tests start: an issuer, replicas, the packaged service. */
@NullMarked
package accessreviews.testing.servers;

import org.jspecify.annotations.NullMarked;
