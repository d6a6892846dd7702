package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class TolerantPathsIT extends TolerantPathsHttpTest {}
