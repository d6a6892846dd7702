package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class AllDecisionsIT extends AllDecisionsHttpTest {}
