package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class HeadersIT extends HeadersHttpTest {}
