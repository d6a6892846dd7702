package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ChangedDefinitionLifeIT extends ChangedDefinitionLifeHttpTest {}
