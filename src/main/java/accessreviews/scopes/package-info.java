/** Whose access to what is reviewed: the scopes and their queries. */
@NullMarked
package accessreviews.scopes;

import org.jspecify.annotations.NullMarked;
