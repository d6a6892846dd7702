package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class EndLifeIT extends EndLifeHttpTest {}
