package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class UpdateQueriesIT extends UpdateQueriesHttpTest {}
