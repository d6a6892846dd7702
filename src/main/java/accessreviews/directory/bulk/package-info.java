/** Whole files of the directory: users, groups, memberships, managers, owners. */
@NullMarked
package accessreviews.directory.bulk;

import org.jspecify.annotations.NullMarked;
