/** The service documents: CSDL metadata and OpenAPI. */
@NullMarked
package accessreviews.odata.document;

import org.jspecify.annotations.NullMarked;
