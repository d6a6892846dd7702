/** Responses: JSON, and Graph's error body. */
@NullMarked
package accessreviews.odata.answers;

import org.jspecify.annotations.NullMarked;
