/** Requests that no client means to send. */
@NullMarked
package accessreviews.fuzz;

import org.jspecify.annotations.NullMarked;
