package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class FutureReviewsIT extends FutureReviewsHttpTest {}
