/** The decisions as the rows of Graph's history report. */
@NullMarked
package accessreviews.decisions.report;

import org.jspecify.annotations.NullMarked;
