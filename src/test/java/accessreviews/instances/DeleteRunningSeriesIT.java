package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class DeleteRunningSeriesIT extends DeleteRunningSeriesHttpTest {}
