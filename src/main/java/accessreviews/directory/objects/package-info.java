/** Everything that directory objects of all kinds share. */
@NullMarked
package accessreviews.directory.objects;

import org.jspecify.annotations.NullMarked;
