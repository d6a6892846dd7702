/** The built-in directory behind the port: PostgreSQL tables and SQL. */
@NullMarked
package accessreviews.directory.builtin;

import org.jspecify.annotations.NullMarked;
