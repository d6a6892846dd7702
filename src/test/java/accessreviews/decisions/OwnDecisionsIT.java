package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class OwnDecisionsIT extends OwnDecisionsHttpTest {}
