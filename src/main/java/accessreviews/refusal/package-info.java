/** Why a request is declined, without HTTP. */
@NullMarked
package accessreviews.refusal;

import org.jspecify.annotations.NullMarked;
