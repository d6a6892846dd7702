package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ReadInstancesIT extends ReadInstancesHttpTest {}
