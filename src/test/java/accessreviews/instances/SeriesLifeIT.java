package accessreviews.instances;

import accessreviews.testing.PackagedTest;

@PackagedTest
class SeriesLifeIT extends SeriesLifeHttpTest {}
