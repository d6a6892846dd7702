package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class CreateReviewersIT extends CreateReviewersHttpTest {}
