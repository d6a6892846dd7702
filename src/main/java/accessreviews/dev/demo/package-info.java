/** The demo organisation that dev mode starts with. */
@NullMarked
package accessreviews.dev.demo;

import org.jspecify.annotations.NullMarked;
