package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ReadDecisionsIT extends ReadDecisionsHttpTest {}
