package accessreviews.emulator;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the emulator's clock stands, for all replicas and over restarts; one row. */
@Entity
@Table(name = "emulator_clock")
class StoredClock extends PanacheEntityBase {
  private static final int THE_ROW = 1;

  @Id private int id;
  private @Nullable Instant frozenAt;

  /** For Hibernate. */
  protected StoredClock() {}

  static StoredClock get(LockModeType lock) {
    return StoredClock.<StoredClock>findByIdOptional(THE_ROW, lock).orElseThrow();
  }

  Optional<Instant> frozenAt() {
    return Optional.ofNullable(frozenAt);
  }

  void standAt(@Nullable Instant instant) {
    frozenAt = instant;
  }
}
