package accessreviews;

import accessreviews.testing.PackagedTest;

@PackagedTest
class MethodsNotServedIT extends MethodsNotServedHttpTest {}
