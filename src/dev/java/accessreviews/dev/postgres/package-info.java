/** The PostgreSQL that dev mode and tests bring along, and the line that says which one is used. */
@NullMarked
package accessreviews.dev.postgres;

import org.jspecify.annotations.NullMarked;
