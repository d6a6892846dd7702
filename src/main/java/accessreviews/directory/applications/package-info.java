/** Service principals, their owners and app role assignments. */
@NullMarked
package accessreviews.directory.applications;

import org.jspecify.annotations.NullMarked;
