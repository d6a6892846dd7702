package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class LargeBodyIT extends LargeBodyHttpTest {}
