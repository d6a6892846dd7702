package accessreviews.evidence.packages;

/** What an assessor asks about in a review, in the order of the report. */
enum Finding {
  /** The items that nobody decided. */
  UNANSWERED(
      "Items without an answer",
      "Nobody decided on this access before the review ended. It stays, unless the review says"
          + " otherwise."),
  BY_DEFAULT(
      "Items decided by default",
      "No reviewer decided; the review's default decision was recorded when it ended."),
  NOT_CONFIRMED_GONE(
      "Denied access that is not confirmed gone",
      "No entry of the log says that the directory was read again and the access was gone."),
  PERSON_CONCERNED(
      "Answers by the person concerned",
      "The reviewer decided on their own access, as a self-review asks for, or because there was"
          + " nobody else."),
  CREATOR(
      "Answers by the creator of the review",
      "The person who set up the review also decided in it."),
  IN_ONE_CALL(
      "Approvals in one call of many",
      "One request approved %d items or more, by selection or by accepting recommendations."
          .formatted(Finding.MANY)),
  IN_SECONDS(
      "Approvals within seconds",
      "The approval came less than %d seconds after the previous answer of the same reviewer."
          .formatted(Finding.SECONDS)),
  BY_NO_RULE(
      "Answers by somebody whom no rule of the review names",
      "An application or an administrator decided, who is neither a reviewer nor a fallback"
          + " reviewer of the item.");

  /** From how many approvals in one call a report points at them. */
  static final int MANY = 10;

  /** Within how many seconds after the previous answer a report points at an approval. */
  static final int SECONDS = 5;

  private final String title;
  private final String meaning;

  Finding(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  String title() {
    return title;
  }

  String meaning() {
    return meaning;
  }
}
