/** The tutorials of the reference, from the creation of a review to the access that is gone. */
@NullMarked
package accessreviews.tutorials;

import org.jspecify.annotations.NullMarked;
