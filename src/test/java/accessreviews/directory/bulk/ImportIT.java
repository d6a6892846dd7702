package accessreviews.directory.bulk;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ImportIT extends ImportHttpTest {}
