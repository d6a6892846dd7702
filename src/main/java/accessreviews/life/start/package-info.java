/** The start of an occurrence: its instances, and the snapshot of who has access. */
@NullMarked
package accessreviews.life.start;

import org.jspecify.annotations.NullMarked;
