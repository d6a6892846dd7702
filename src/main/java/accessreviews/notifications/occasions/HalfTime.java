package accessreviews.notifications.occasions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The instant at which half of the time of a round is over, for all instances of an occurrence that
 * share it. A round is a stage, or an instance without stages.
 */
@Entity
@Immutable
@Table(name = "notice_half_time")
class HalfTime {
  @Id private UUID id;
  private UUID definitionId;
  private LocalDate occurrence;

  /** Empty in instances without stages. */
  private String stage;

  private Instant halfTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected HalfTime() {}

  UUID id() {
    return id;
  }

  UUID definitionId() {
    return definitionId;
  }

  LocalDate occurrence() {
    return occurrence;
  }

  String stage() {
    return stage;
  }

  Instant instant() {
    return halfTime;
  }
}
