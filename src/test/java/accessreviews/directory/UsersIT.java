package accessreviews.directory;

import accessreviews.testing.PackagedTest;

@PackagedTest
class UsersIT extends UsersHttpTest {}
