/** Access review schedule definitions: the series. */
@NullMarked
package accessreviews.definitions;

import org.jspecify.annotations.NullMarked;
