package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class StartIT extends StartHttpTest {}
