package accessreviews.stages;

import accessreviews.testing.PackagedTest;

@PackagedTest
class StageStatusIT extends StageStatusHttpTest {}
