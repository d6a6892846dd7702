package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class WrongIdsIT extends WrongIdsHttpTest {}
