package accessreviews.notifications.webhooks;

import java.util.Arrays;
import java.util.Optional;

/** What an event tells, by its name in the column {@code notice.kind}. */
enum EventType {
  /** Reviewers can answer in an instance. */
  INSTANCE_STARTED("instance.started"),
  /** A stage of an instance has begun, also the first one. */
  STAGE_STARTED("stage.started"),
  /** A call has answered items of an instance. */
  DECISION_RECORDED("decision.recorded"),
  /** The decisions of an instance are final. */
  INSTANCE_COMPLETED("instance.completed"),
  /** The guard holds back an instance, which would remove too much. */
  APPLY_HELD("apply.held"),
  /** The decisions of an instance are applied. */
  INSTANCE_APPLIED("instance.applied"),
  /** An instance could not go on. */
  INSTANCE_FAILED("instance.failed");

  /** What types on the wire begin with. */
  static final String PREFIX = "com.access-reviews.";

  private final String kind;

  EventType(String kind) {
    this.kind = kind;
  }

  /** The type without its prefix. */
  String kind() {
    return kind;
  }

  /** The type with this name, with or without the prefix, if there is one. */
  static Optional<EventType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> name.equals(type.kind) || name.equals(PREFIX + type.kind))
        .findFirst();
  }
}
