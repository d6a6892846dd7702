package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ConcurrentUpdateIT extends ConcurrentUpdateHttpTest {}
