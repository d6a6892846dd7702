package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class InstanceStatusIT extends InstanceStatusHttpTest {}
