package accessreviews.decisions;

import accessreviews.testing.PackagedTest;

@PackagedTest
class SendReminderIT extends SendReminderHttpTest {}
