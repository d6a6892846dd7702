package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class SeedsIT extends SeedsHttpTest {}
