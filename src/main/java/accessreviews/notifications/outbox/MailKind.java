package accessreviews.notifications.outbox;

/** Why a mail is sent (observed.md, "Mails"), by its name in the column {@code notice.kind}. */
public enum MailKind {
  /** An instance or a stage has begun: to those who review it. */
  START("start"),
  /** Half of the time of an instance or a stage is over: to those with something open. */
  REMINDER("reminder"),
  /** An administrator has called {@code sendReminder}: to those with something open. */
  REQUESTED_REMINDER("requestedReminder"),
  /** An instance is completed: to the person who created the series. */
  COMPLETED("completed"),
  /** An instance is completed: to the {@code additionalNotificationRecipients} of the series. */
  COMPLETED_ADDITIONAL_RECIPIENTS("completedAdditionalRecipients");

  private final String wireName;

  MailKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the column and in the member {@code kind}. */
  public String wireName() {
    return wireName;
  }
}
