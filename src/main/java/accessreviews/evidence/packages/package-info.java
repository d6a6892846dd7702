/** The package of an instance: everything about it that an auditor can check offline. */
@NullMarked
package accessreviews.evidence.packages;

import org.jspecify.annotations.NullMarked;
