/** Reviews of an organisation that live through months, seen from outside. */
@NullMarked
package accessreviews.life;

import org.jspecify.annotations.NullMarked;
