package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class MetadataIT extends MetadataHttpTest {}
