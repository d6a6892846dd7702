/** Scopes and their queries: the access that is reviewed. */
@NullMarked
package accessreviews.scopes;

import org.jspecify.annotations.NullMarked;
