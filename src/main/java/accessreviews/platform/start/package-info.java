/** The start of the process: what has to be there, and warnings. */
@NullMarked
package accessreviews.platform.start;

import org.jspecify.annotations.NullMarked;
