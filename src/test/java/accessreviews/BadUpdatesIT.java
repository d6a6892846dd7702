package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class BadUpdatesIT extends BadUpdatesHttpTest {}
