package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ReadDefinitionsIT extends ReadDefinitionsHttpTest {}
