/** The built-in directory: users, groups, applications, and the roles that they hold. */
@NullMarked
package accessreviews.directory;

import org.jspecify.annotations.NullMarked;
