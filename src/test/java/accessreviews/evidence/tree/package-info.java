@NullMarked
package accessreviews.evidence.tree;

import org.jspecify.annotations.NullMarked;
