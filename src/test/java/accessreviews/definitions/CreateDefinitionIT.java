package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class CreateDefinitionIT extends CreateDefinitionHttpTest {}
