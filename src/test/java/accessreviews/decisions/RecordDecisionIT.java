package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class RecordDecisionIT extends RecordDecisionHttpTest {}
