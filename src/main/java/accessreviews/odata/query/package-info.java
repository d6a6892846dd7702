/** OData's query language: options and queries as text and as a tree. */
@NullMarked
package accessreviews.odata.query;

import org.jspecify.annotations.NullMarked;
