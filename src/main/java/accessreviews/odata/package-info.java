/** OData and Graph on the wire: bodies, answers, paging, errors. */
@NullMarked
package accessreviews.odata;

import org.jspecify.annotations.NullMarked;
