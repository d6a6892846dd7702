package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class LimitsIT extends LimitsHttpTest {}
