package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class StopApplyDecisionsIT extends StopApplyDecisionsHttpTest {}
