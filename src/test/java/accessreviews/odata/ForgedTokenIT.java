package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ForgedTokenIT extends ForgedTokenHttpTest {}
