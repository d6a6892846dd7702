/** Packages of evidence against the truth of the database, and by plain code. */
@NullMarked
package accessreviews.evidence.packages;

import org.jspecify.annotations.NullMarked;
