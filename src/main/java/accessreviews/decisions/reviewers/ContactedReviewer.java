package accessreviews.decisions.reviewers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A reviewer who was asked to review an instance, in any of its stages. */
@Entity
@Immutable
@Table(name = "access_review_contacted_reviewer")
class ContactedReviewer {
  /** The instance and the user. */
  @Embeddable
  record Key(UUID instanceId, @Column(name = "user_id") UUID userId) {}

  @SuppressWarnings("UnusedVariable") // by the database
  @EmbeddedId
  private Key key;

  /** The id in paths. */
  @Column(name = "user_id", insertable = false, updatable = false)
  private UUID id;

  private String displayName;
  private String userPrincipalName;
  private Instant createdDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ContactedReviewer() {}

  UUID id() {
    return id;
  }

  String displayName() {
    return displayName;
  }

  String userPrincipalName() {
    return userPrincipalName;
  }

  /** The time of the first contact. */
  Instant createdDateTime() {
    return createdDateTime;
  }
}
