package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class StopLifeIT extends StopLifeHttpTest {}
