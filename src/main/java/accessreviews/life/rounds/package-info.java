/** The rounds of a running instance: who reviews which item, and what is recommended. */
@NullMarked
package accessreviews.life.rounds;

import org.jspecify.annotations.NullMarked;
