package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class OvertakenUpdatesIT extends OvertakenUpdatesHttpTest {}
