package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class InstanceReviewersIT extends InstanceReviewersHttpTest {}
