/** Decision items: whose access an instance reviews, who decides on it, and what they decide. */
@NullMarked
package accessreviews.decisions;

import org.jspecify.annotations.NullMarked;
