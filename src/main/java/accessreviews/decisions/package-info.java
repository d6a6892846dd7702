/** Decision items: reading them, and who reaches them. */
@NullMarked
package accessreviews.decisions;

import org.jspecify.annotations.NullMarked;
