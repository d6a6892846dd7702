/** JSON batches: many requests in one. */
@NullMarked
package accessreviews.odata.batch;

import org.jspecify.annotations.NullMarked;
