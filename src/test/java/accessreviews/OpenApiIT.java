package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class OpenApiIT extends OpenApiHttpTest {}
