package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class InsightsIT extends InsightsHttpTest {}
