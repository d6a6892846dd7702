/** Files of reports: kept in the database, and read by a signed link. */
@NullMarked
package accessreviews.history.files;

import org.jspecify.annotations.NullMarked;
