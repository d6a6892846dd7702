/** The population of an instance: whose access to what was reviewed, as a file. */
@NullMarked
package accessreviews.evidence.population;

import org.jspecify.annotations.NullMarked;
