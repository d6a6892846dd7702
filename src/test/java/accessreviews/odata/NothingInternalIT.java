package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class NothingInternalIT extends NothingInternalHttpTest {}
