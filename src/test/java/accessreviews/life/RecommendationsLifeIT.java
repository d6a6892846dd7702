package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class RecommendationsLifeIT extends RecommendationsLifeHttpTest {}
