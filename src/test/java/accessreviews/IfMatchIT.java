package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class IfMatchIT extends IfMatchHttpTest {}
