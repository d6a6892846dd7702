/** The clock and the state of the service, driven from outside for tests. */
@NullMarked
package accessreviews.emulator;

import org.jspecify.annotations.NullMarked;
