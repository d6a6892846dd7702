package accessreviews.stages;

import accessreviews.testing.PackagedTest;

@PackagedTest
class UpdateStageIT extends UpdateStageHttpTest {}
