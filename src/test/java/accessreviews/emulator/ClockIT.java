package accessreviews.emulator;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ClockIT extends ClockHttpTest {}
