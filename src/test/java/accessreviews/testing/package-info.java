/** What the tests over HTTP share. */
@NullMarked
package accessreviews.testing;

import org.jspecify.annotations.NullMarked;
