package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class QueryOptionsIT extends QueryOptionsHttpTest {}
