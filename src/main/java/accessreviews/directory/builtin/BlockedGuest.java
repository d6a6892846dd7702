package accessreviews.directory.builtin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A guest whom a review has blocked from signing in, and who is deleted later. */
@Entity
@Immutable
@Table(name = "directory_blocked_guest")
class BlockedGuest {
  @Id private UUID id;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected BlockedGuest() {}

  UUID id() {
    return id;
  }
}
