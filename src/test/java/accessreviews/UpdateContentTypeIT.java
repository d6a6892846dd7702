package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class UpdateContentTypeIT extends UpdateContentTypeHttpTest {}
