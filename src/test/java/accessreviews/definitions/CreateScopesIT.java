package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class CreateScopesIT extends CreateScopesHttpTest {}
