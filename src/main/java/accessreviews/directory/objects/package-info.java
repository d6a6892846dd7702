/** What all directory objects have in common. */
@NullMarked
package accessreviews.directory.objects;

import org.jspecify.annotations.NullMarked;
