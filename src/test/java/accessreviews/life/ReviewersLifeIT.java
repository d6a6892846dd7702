package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ReviewersLifeIT extends ReviewersLifeHttpTest {}
