package accessreviews.evidence.log;

/** What an entry of the evidence log tells, by its name on the wire. */
public enum EntryType {
  /** A series was created. */
  DEFINITION_CREATED("definition.created"),
  /** A series was changed. */
  DEFINITION_UPDATED("definition.updated"),
  /** A series was stopped. */
  DEFINITION_STOPPED("definition.stopped"),
  /** A series was deleted. */
  DEFINITION_DELETED("definition.deleted"),
  /** An instance began, with its population. */
  INSTANCE_STARTED("instance.started"),
  /** An instance got other reviewers. */
  INSTANCE_REVIEWERS_CHANGED("instance.reviewersChanged"),
  /** A stage got other reviewers. */
  STAGE_REVIEWERS_CHANGED("stage.reviewersChanged"),
  /** One item was decided; written by {@code decisions/answers/record-decisions.sql}. */
  DECISION("decision"),
  /** A stage ended. */
  STAGE_ENDED("stage.ended"),
  /** An instance ended. */
  INSTANCE_ENDED("instance.ended"),
  /** An instance was stopped. */
  INSTANCE_STOPPED("instance.stopped"),
  /** The guard held an instance back. */
  APPLY_HELD("apply.held"),
  /** Somebody confirmed what the guard held back. */
  APPLY_CONFIRMED("apply.confirmed"),
  /** Applying was stopped. */
  APPLY_STOPPED("apply.stopped"),
  /** Denied access was removed, or not; written by {@code life/apply/record-results.sql}. */
  REMOVAL("removal"),
  /** Somebody declared that the remaining access is appropriate. */
  INSTANCE_ACKNOWLEDGED("instance.acknowledged"),
  /** A notice was sent to a person. */
  NOTICE_SENT("notice.sent");

  private final String wireName;

  EntryType(String wireName) {
    this.wireName = wireName;
  }

  /** The value of the member {@code type}, and of the column. */
  public String wireName() {
    return wireName;
  }
}
