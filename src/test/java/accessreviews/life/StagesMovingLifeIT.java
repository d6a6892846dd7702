package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class StagesMovingLifeIT extends StagesMovingLifeHttpTest {}
