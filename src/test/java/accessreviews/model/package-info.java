/** The life of reviews against a simple model of it, under random operations. */
@NullMarked
package accessreviews.model;

import org.jspecify.annotations.NullMarked;
