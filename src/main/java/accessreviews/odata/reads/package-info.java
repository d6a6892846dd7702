/** The read engine: collections, single entities, filters, pages and expansions. */
@NullMarked
package accessreviews.odata.reads;

import org.jspecify.annotations.NullMarked;
