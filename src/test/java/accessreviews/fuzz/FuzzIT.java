package accessreviews.fuzz;

import accessreviews.testing.PackagedTest;

@PackagedTest
class FuzzIT extends FuzzHttpTest {}
