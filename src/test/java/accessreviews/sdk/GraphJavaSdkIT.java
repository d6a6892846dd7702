package accessreviews.sdk;

import accessreviews.testing.PackagedTest;

@PackagedTest
class GraphJavaSdkIT extends GraphJavaSdkHttpTest {}
