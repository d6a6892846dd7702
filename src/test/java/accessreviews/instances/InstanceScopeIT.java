package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class InstanceScopeIT extends InstanceScopeHttpTest {}
