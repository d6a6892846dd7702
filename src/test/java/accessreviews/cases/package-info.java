/** Requests that real people send, from {@code cases/public-cases.jsonl}. */
@NullMarked
package accessreviews.cases;

import org.jspecify.annotations.NullMarked;
