package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class LargeBodyIT extends LargeBodyHttpTest {}
