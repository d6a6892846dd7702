package accessreviews.life;

import accessreviews.testing.PackagedTest;

@PackagedTest
class RecurrenceLifeIT extends RecurrenceLifeHttpTest {}
