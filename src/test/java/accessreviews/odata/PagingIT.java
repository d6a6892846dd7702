package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class PagingIT extends PagingHttpTest {}
