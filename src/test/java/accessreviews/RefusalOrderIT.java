package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class RefusalOrderIT extends RefusalOrderHttpTest {}
