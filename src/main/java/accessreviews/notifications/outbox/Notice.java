package accessreviews.notifications.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A notice, to be read. Statements write the rows. */
@Entity
@Immutable
@Table(name = "notice")
class Notice {
  @Id private long id;
  private String channel;
  private String kind;
  private String state;
  private UUID definitionId;
  private UUID instanceId;
  private String stage;
  private @Nullable UUID recipientId;
  private @Nullable String subscription;
  private Instant createdDateTime;
  private Instant nextAttemptAt;
  private int attempts;
  private @Nullable Instant sentDateTime;
  private @Nullable String failure;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Notice() {}

  long id() {
    return id;
  }

  NoticeView view() {
    return new NoticeView(
        Long.toString(id),
        channel,
        kind,
        state,
        definitionId,
        instanceId,
        stage.isEmpty() ? null : stage,
        recipientId,
        subscription,
        createdDateTime,
        state.equals("waiting") ? nextAttemptAt : null,
        attempts,
        sentDateTime,
        failure);
  }
}
