@NullMarked
package accessreviews.evidence.keys;

import org.jspecify.annotations.NullMarked;
