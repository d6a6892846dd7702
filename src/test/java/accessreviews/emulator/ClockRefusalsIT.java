package accessreviews.emulator;

import accessreviews.testing.PackagedTest;

@PackagedTest
class ClockRefusalsIT extends ClockRefusalsHttpTest {}
