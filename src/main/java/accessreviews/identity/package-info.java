/** Callers: tokens, permissions, and the rows within reach. */
@NullMarked
package accessreviews.identity;

import org.jspecify.annotations.NullMarked;
