package accessreviews.platform;

import accessreviews.testing.PackagedTest;

@PackagedTest
class SchedulerIT extends SchedulerHttpTest {}
