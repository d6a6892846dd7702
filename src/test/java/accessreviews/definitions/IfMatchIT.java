package accessreviews.definitions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class IfMatchIT extends IfMatchHttpTest {}
