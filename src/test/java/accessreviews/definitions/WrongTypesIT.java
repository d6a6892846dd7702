package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class WrongTypesIT extends WrongTypesHttpTest {}
