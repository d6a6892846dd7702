package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class UpdateInstanceIT extends UpdateInstanceHttpTest {}
