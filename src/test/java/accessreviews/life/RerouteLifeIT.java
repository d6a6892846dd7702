package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class RerouteLifeIT extends RerouteLifeHttpTest {}
