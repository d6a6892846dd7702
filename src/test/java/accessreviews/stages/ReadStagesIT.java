package accessreviews.stages;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ReadStagesIT extends ReadStagesHttpTest {}
