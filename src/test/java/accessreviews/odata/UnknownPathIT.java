package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class UnknownPathIT extends UnknownPathHttpTest {}
