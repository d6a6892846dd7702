package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ConcurrentUpdatesIT extends ConcurrentUpdatesHttpTest {}
