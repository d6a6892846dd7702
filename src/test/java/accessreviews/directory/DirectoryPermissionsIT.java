package accessreviews.directory;

import accessreviews.testing.PackagedTest;

@PackagedTest
class DirectoryPermissionsIT extends DirectoryPermissionsHttpTest {}
