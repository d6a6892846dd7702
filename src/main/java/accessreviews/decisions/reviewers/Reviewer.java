package accessreviews.decisions.reviewers;

import accessreviews.decisions.items.Route;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Someone who reviews an instance or one of its stages; written in bulk. */
@Entity
@SuppressWarnings("UnusedVariable")
@Immutable
@Table(name = "access_review_reviewer")
class Reviewer {
  /**
   * @param stage empty in instances without stages
   */
  @Embeddable
  record Key(UUID instanceId, String stage, UUID userId) {}

  @EmbeddedId private Key key;

  /** The list that the reviewer is on; null for reviewers of items of their own only. */
  @Enumerated(EnumType.STRING)
  private @Nullable Route listed;

  /** Whether there is something for them to review: false for fallback reviewers not needed. */
  private boolean contacted;

  private @Nullable String displayName;
  private @Nullable String userPrincipalName;
  private Instant createdDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Reviewer() {}
}
