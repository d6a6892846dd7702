/** Whole files of the directory: users, groups, memberships, managers, owners. */
@NullMarked
package accessreviews.directory.files;

import org.jspecify.annotations.NullMarked;
