package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class NotUpdatableIT extends NotUpdatableHttpTest {}
