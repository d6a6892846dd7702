package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class MissingResourceLifeIT extends MissingResourceLifeHttpTest {}
