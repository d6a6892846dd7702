package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ApplyDecisionsIT extends ApplyDecisionsHttpTest {}
