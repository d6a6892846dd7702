package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class DeleteDefinitionIT extends DeleteDefinitionHttpTest {}
