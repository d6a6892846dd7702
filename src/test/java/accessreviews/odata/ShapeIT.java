package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ShapeIT extends ShapeHttpTest {}
