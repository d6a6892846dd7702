/** History reports, Graph's {@code accessReviewHistoryDefinition}: asked for, made, downloaded. */
@NullMarked
package accessreviews.history;

import org.jspecify.annotations.NullMarked;
