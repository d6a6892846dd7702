package accessreviews.decisions.items;

import accessreviews.identity.UserIdentity;
import accessreviews.platform.persistence.JsonColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The decision on an item in one stage. All decisions of a stage are created when it begins. */
@Entity
@DynamicUpdate
@Table(name = "access_review_stage_decision")
public class StageDecision implements DecisionState {
  /** The item and the stage. */
  @Embeddable
  record Key(UUID instanceId, String stage, @Column(name = "item_id") UUID itemId) {}

  @SuppressWarnings("UnusedVariable") // by the database
  @EmbeddedId
  private Key key;

  @Version private long version;

  /** The id of the item. */
  @Column(name = "item_id", insertable = false, updatable = false)
  private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "item_id", insertable = false, updatable = false)
  private AccessReviewInstanceDecisionItem item;

  /** The reviewers of the item when the stage ended. */
  @SuppressWarnings("UnusedVariable") // by the database
  @Enumerated(EnumType.STRING)
  private Route route;

  @SuppressWarnings("UnusedVariable") // by the database
  private @Nullable UUID reviewerId;

  @Enumerated(EnumType.STRING)
  private Recommendation recommendation;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  private String justification;

  @JsonColumn private @Nullable UserIdentity reviewedBy;

  private @Nullable Instant reviewedDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StageDecision() {}

  @Override
  public AccessReviewInstanceDecisionItem item() {
    return item;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Recommendation recommendation() {
    return recommendation;
  }

  @Override
  public Decision decision() {
    return decision;
  }

  @Override
  public String justification() {
    return justification;
  }

  @Override
  public @Nullable UserIdentity reviewedBy() {
    return reviewedBy;
  }

  @Override
  public @Nullable Instant reviewedDateTime() {
    return reviewedDateTime;
  }
}
