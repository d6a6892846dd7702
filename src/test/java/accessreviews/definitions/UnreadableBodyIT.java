package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class UnreadableBodyIT extends UnreadableBodyHttpTest {}
