package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class BatchIT extends BatchHttpTest {}
