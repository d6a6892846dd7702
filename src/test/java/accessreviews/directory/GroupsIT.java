package accessreviews.directory;

import accessreviews.testing.PackagedTest;

@PackagedTest
class GroupsIT extends GroupsHttpTest {}
