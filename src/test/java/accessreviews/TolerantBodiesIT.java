package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class TolerantBodiesIT extends TolerantBodiesHttpTest {}
