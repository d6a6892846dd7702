/** Groups, their members and owners. */
@NullMarked
package accessreviews.directory.groups;

import org.jspecify.annotations.NullMarked;
