package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class MergeDefinitionIT extends MergeDefinitionHttpTest {}
