package accessreviews.decisions;

import accessreviews.identity.UserIdentity;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.scopes.ResourceType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One principal's access to one resource, Graph's {@code accessReviewInstanceDecisionItem}: as it
 * was when the instance started, and what was decided last. Items come into being all at once, in
 * bulk.
 */
@Entity
@SuppressWarnings("UnusedVariable")
@DynamicUpdate
@Table(name = "access_review_decision_item")
class AccessReviewInstanceDecisionItem extends PanacheEntityBase {
  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "instance_id")
  private AccessReviewInstance instance;

  private UUID principalId;

  @Enumerated(EnumType.STRING)
  private PrincipalType principalType;

  private @Nullable String principalName;
  private @Nullable String principalUserName;
  private @Nullable UUID principalAppId;
  private @Nullable Instant lastSignInDateTime;
  private @Nullable Instant resourceSignInDateTime;
  private UUID resourceId;

  @Enumerated(EnumType.STRING)
  private ResourceType resourceType;

  private @Nullable String resourceName;
  private @Nullable UUID resourceAppId;

  /** {@code direct}, {@code indirect}, or both with a comma. */
  private String membership;

  /** Whether the group-peer outlier insight says so of the principal. */
  private boolean outlier;

  /** Where the item is reviewed now: the stage, empty in instances without stages. */
  private String stage;

  @Enumerated(EnumType.STRING)
  private Route route;

  /** The item's own reviewer, beside those of the list that the route names. */
  private @Nullable UUID reviewerId;

  @Enumerated(EnumType.STRING)
  private Recommendation recommendation;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  private String justification;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable UserIdentity reviewedBy;

  private @Nullable Instant reviewedDateTime;

  @Enumerated(EnumType.STRING)
  private ApplyResult applyResult;

  private @Nullable String applyDescription;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable UserIdentity appliedBy;

  private @Nullable Instant appliedDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewInstanceDecisionItem() {}
}
