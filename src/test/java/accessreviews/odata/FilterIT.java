package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class FilterIT extends FilterHttpTest {}
