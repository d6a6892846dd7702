/** Directory roles: definitions, assignments and eligibilities. */
@NullMarked
package accessreviews.directory.roles;

import org.jspecify.annotations.NullMarked;
