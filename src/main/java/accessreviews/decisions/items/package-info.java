/** Decision items as rows: whose access is reviewed, and what was decided. */
@NullMarked
package accessreviews.decisions.items;

import org.jspecify.annotations.NullMarked;
