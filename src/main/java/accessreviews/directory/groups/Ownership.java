package accessreviews.directory.groups;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The ownership of one object by another. It is mapped for queries only; owners are written in SQL.
 */
@Entity
@Immutable
@Table(name = "directory_owner")
@SuppressWarnings({"UnusedVariable", "NullAway.Init"}) // read in queries
class Ownership {
  @Embeddable
  record Key(UUID ownedId, UUID ownerId) {}

  @EmbeddedId private Key key;

  /** For Hibernate. */
  protected Ownership() {}
}
