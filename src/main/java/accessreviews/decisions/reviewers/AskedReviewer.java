package accessreviews.decisions.reviewers;

import accessreviews.decisions.items.Route;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A user who was asked to review an instance or one of its stages; a row of a view. */
@Entity
@SuppressWarnings("UnusedVariable")
@Immutable
@Table(name = "access_review_asked_reviewer")
class AskedReviewer {
  /**
   * @param stage empty in instances without stages
   */
  @Embeddable
  record Key(UUID instanceId, String stage, UUID userId) {}

  @EmbeddedId private Key key;

  /** The list that the reviewer is on; null for individual reviewers. */
  @Enumerated(EnumType.STRING)
  private @Nullable Route route;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AskedReviewer() {}
}
