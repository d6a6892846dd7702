package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class FutureInstancesOnlyIT extends FutureInstancesOnlyHttpTest {}
