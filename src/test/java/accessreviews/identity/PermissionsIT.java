package accessreviews.identity;

import accessreviews.testing.PackagedTest;

@PackagedTest
class PermissionsIT extends PermissionsHttpTest {}
