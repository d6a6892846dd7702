package accessreviews.notifications.arrival;

import java.util.List;
import java.util.Map;

/** How people tell one kind of mail from another: by its subject, and why they got it. */
record Wording(String kind, boolean german) {
  private static final Map<String, Wording> SUBJECTS =
      Map.ofEntries(
          Map.entry("Review access: ", english("start")),
          Map.entry("Confirm your access: ", english("start")),
          Map.entry("Reminder to review access: ", english("reminder")),
          Map.entry("Reminder to confirm your access: ", english("reminder")),
          Map.entry("Please finish your review: ", english("requestedReminder")),
          Map.entry("Please confirm your access: ", english("requestedReminder")),
          Map.entry("Review completed: ", english("completed")),
          Map.entry("Zugriff überprüfen: ", german("start")),
          Map.entry("Eigenen Zugriff bestätigen: ", german("start")),
          Map.entry("Erinnerung an Ihre Überprüfung: ", german("reminder")),
          Map.entry("Erinnerung, Ihren Zugriff zu bestätigen: ", german("reminder")),
          Map.entry("Bitte Überprüfung abschließen: ", german("requestedReminder")),
          Map.entry("Bitte Zugriff bestätigen: ", german("requestedReminder")),
          Map.entry("Überprüfung abgeschlossen: ", german("completed")));
  private static final List<String> FOR_RECIPIENTS =
      List.of("names you as a recipient", "als Empfänger der Benachrichtigungen");

  private static Wording english(String kind) {
    return new Wording(kind, false);
  }

  private static Wording german(String kind) {
    return new Wording(kind, true);
  }

  static Wording of(ArrivedMail mail) {
    var found =
        SUBJECTS.entrySet().stream()
            .filter(one -> mail.subject().startsWith(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new AssertionError(mail.subject()));
    return found.kind.equals("completed")
            && FOR_RECIPIENTS.stream().anyMatch(unfolded(mail.text())::contains)
        ? new Wording("completedAdditionalRecipients", found.german)
        : found;
  }

  private static String unfolded(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
