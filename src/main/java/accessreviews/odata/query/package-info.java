/**
 * OData's query language: options and queries as text, as a tree, and as questions to the database.
 */
@NullMarked
package accessreviews.odata.query;

import org.jspecify.annotations.NullMarked;
