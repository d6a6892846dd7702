package accessreviews.stages;

import accessreviews.testing.PackagedTest;

@PackagedTest
class StageFallbackReviewersIT extends StageFallbackReviewersHttpTest {}
