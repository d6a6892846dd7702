package accessreviews.directory;

import accessreviews.testing.PackagedTest;

@PackagedTest
class MembersIT extends MembersHttpTest {}
