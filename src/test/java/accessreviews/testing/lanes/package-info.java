/** In which lane a test class runs: docs/tests.md. */
@NullMarked
package accessreviews.testing.lanes;

import org.jspecify.annotations.NullMarked;
