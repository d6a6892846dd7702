/** The demo organisation, which dev mode and a trial start with. */
@NullMarked
package accessreviews.directory.demo;

import org.jspecify.annotations.NullMarked;
