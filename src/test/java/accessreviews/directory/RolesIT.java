package accessreviews.directory;

import accessreviews.testing.PackagedTest;

@PackagedTest
class RolesIT extends RolesHttpTest {}
