package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class InstanceFallbackReviewersIT extends InstanceFallbackReviewersHttpTest {}
