package accessreviews.stages;

import accessreviews.testing.PackagedTest;

@PackagedTest
class StagesLifeIT extends StagesLifeHttpTest {}
