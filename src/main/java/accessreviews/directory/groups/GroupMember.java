package accessreviews.directory.groups;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The membership of an object in a group. It is mapped for queries only; memberships are written in
 * SQL.
 */
@Entity
@Immutable
@Table(name = "directory_group_member")
@SuppressWarnings({"UnusedVariable", "NullAway.Init"}) // read in queries
class GroupMember {
  @Embeddable
  record Key(UUID groupId, UUID memberId) {}

  @EmbeddedId private Key key;

  /** For Hibernate. */
  protected GroupMember() {}
}
