/** Users, and their managers. */
@NullMarked
package accessreviews.directory.users;

import org.jspecify.annotations.NullMarked;
