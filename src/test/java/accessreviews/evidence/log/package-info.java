@NullMarked
package accessreviews.evidence.log;

import org.jspecify.annotations.NullMarked;
