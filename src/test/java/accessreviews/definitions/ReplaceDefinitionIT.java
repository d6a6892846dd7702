package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ReplaceDefinitionIT extends ReplaceDefinitionHttpTest {}
