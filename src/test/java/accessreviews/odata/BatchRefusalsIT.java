package accessreviews.odata;

import accessreviews.testing.PackagedTest;

@PackagedTest
class BatchRefusalsIT extends BatchRefusalsHttpTest {}
