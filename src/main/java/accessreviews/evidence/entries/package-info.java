/**
 * Entries of the evidence log about the life of a review, and the acknowledgement of its result.
 */
@NullMarked
package accessreviews.evidence.entries;

import org.jspecify.annotations.NullMarked;
