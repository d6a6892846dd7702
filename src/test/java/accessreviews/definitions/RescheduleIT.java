package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class RescheduleIT extends RescheduleHttpTest {}
