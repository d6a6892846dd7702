/** The settings of a series and of its stages. */
@NullMarked
package accessreviews.definitions.settings;

import org.jspecify.annotations.NullMarked;
