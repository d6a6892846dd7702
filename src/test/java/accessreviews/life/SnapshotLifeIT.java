package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class SnapshotLifeIT extends SnapshotLifeHttpTest {}
