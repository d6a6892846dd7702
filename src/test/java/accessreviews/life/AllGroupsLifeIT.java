package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class AllGroupsLifeIT extends AllGroupsLifeHttpTest {}
