package accessreviews.model;

import accessreviews.testing.PackagedTest;

@PackagedTest
class LifeCycleIT extends LifeCycleHttpTest {}
