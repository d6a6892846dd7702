package accessreviews.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an object is in a group; for queries, memberships are written in SQL. */
@Entity
@Immutable
@Table(name = "directory_group_member")
@SuppressWarnings({"UnusedVariable", "NullAway.Init"}) // read in queries
class GroupMember implements Serializable {
  private static final long serialVersionUID = 1L;

  @Id private UUID groupId;
  @Id private UUID memberId;

  /** For Hibernate. */
  protected GroupMember() {}
}
