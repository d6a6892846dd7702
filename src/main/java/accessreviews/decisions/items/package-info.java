/** Decision items as rows: the reviewed access, and the decision. */
@NullMarked
package accessreviews.decisions.items;

import org.jspecify.annotations.NullMarked;
