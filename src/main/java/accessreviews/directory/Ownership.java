package accessreviews.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an object is owned by another; for queries, owners are written in SQL. */
@Entity
@Immutable
@Table(name = "directory_owner")
@SuppressWarnings({"UnusedVariable", "NullAway.Init"}) // read in queries
class Ownership implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id private UUID ownedId;
  @Id private UUID ownerId;

  /** For Hibernate. */
  protected Ownership() {}
}
