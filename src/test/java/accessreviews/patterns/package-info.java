/** The regular expressions of the source, and what they cost. */
@NullMarked
package accessreviews.patterns;

import org.jspecify.annotations.NullMarked;
