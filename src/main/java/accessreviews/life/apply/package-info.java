/** Applying decisions: denied access is removed from the directory. */
@NullMarked
package accessreviews.life.apply;

import org.jspecify.annotations.NullMarked;
