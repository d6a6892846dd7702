/** The Chromium of the machine, driven by tests that look at pages as people do. */
@NullMarked
package accessreviews.testing.browser;

import org.jspecify.annotations.NullMarked;
