package accessreviews.decisions.report;

/** What became of an item, in the words of the report. */
public enum ReviewResult {
  APPROVE("Approve"),
  DENY("Deny"),
  DONT_KNOW("Don't know"),
  NOT_REVIEWED("Not reviewed"),
  /** Nobody decided, and nobody was asked to. */
  NOT_NOTIFIED("Not notified");

  private final String label;

  ReviewResult(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
