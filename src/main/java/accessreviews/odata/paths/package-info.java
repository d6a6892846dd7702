/** Request paths: their canonical form, the limits of requests, and the paths that are served. */
@NullMarked
package accessreviews.odata.paths;

import org.jspecify.annotations.NullMarked;
