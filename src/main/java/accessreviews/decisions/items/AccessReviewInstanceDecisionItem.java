package accessreviews.decisions.items;

import accessreviews.identity.UserIdentity;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.platform.persistence.JsonColumn;
import accessreviews.scopes.ResourceType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
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
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One principal's access to one resource, Graph's {@code accessReviewInstanceDecisionItem}: the
 * access at the start of the instance, and the latest decision. All items of an instance are
 * created at once.
 */
@Entity
@BatchSize(size = 1000) // a page of a stage
@DynamicUpdate
@Table(name = "access_review_decision_item")
public class AccessReviewInstanceDecisionItem extends PanacheEntityBase implements DecisionState {
  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "instance_id")
  private AccessReviewInstance instance;

  /** The id of the instance, which can be read without the instance. */
  @Column(name = "instance_id", insertable = false, updatable = false)
  private UUID instanceId;

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

  /** Whether the principal is an outlier by the group-peer insight. */
  private boolean outlier;

  /** The stage in which the item is reviewed now; empty in instances without stages. */
  @SuppressWarnings("UnusedVariable") // by the database
  private String stage;

  @SuppressWarnings("UnusedVariable") // by the database
  @Enumerated(EnumType.STRING)
  private Route route;

  /** The individual reviewer of the item, beside those of its list. */
  @SuppressWarnings("UnusedVariable") // by the database
  private @Nullable UUID reviewerId;

  @Enumerated(EnumType.STRING)
  private Recommendation recommendation;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  private String justification;

  @JsonColumn private @Nullable UserIdentity reviewedBy;

  private @Nullable Instant reviewedDateTime;

  @Enumerated(EnumType.STRING)
  private ApplyResult applyResult;

  private @Nullable String applyDescription;

  @JsonColumn private @Nullable UserIdentity appliedBy;

  private @Nullable Instant appliedDateTime;

  /** Whether the principal was a guest when the instance started. */
  @Column(insertable = false, updatable = false)
  private boolean guest;

  /** The place in the portal's order, 0 first; the database computes it. */
  @Column(insertable = false, updatable = false)
  private short attention;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewInstanceDecisionItem() {}

  @Override
  public AccessReviewInstanceDecisionItem item() {
    return this;
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

  public boolean isGuest() {
    return guest;
  }

  /** The place in the portal's order: what is worth a look has a small number. */
  public int attention() {
    return attention;
  }

  public AccessReviewInstance instance() {
    return instance;
  }

  public UUID instanceId() {
    return instanceId;
  }

  public UUID principalId() {
    return principalId;
  }

  public PrincipalType principalType() {
    return principalType;
  }

  public @Nullable String principalName() {
    return principalName;
  }

  public @Nullable String principalUserName() {
    return principalUserName;
  }

  public @Nullable UUID principalAppId() {
    return principalAppId;
  }

  public @Nullable Instant lastSignInDateTime() {
    return lastSignInDateTime;
  }

  /** The last sign-in of the principal to the resource, or otherwise to anything. */
  public @Nullable Instant consideredSignInDateTime() {
    return resourceType == ResourceType.servicePrincipal
        ? resourceSignInDateTime
        : lastSignInDateTime;
  }

  public UUID resourceId() {
    return resourceId;
  }

  public ResourceType resourceType() {
    return resourceType;
  }

  public @Nullable String resourceName() {
    return resourceName;
  }

  public @Nullable UUID resourceAppId() {
    return resourceAppId;
  }

  public String membership() {
    return membership;
  }

  public boolean isOutlier() {
    return outlier;
  }

  public ApplyResult applyResult() {
    return applyResult;
  }

  public @Nullable String applyDescription() {
    return applyDescription;
  }

  public @Nullable UserIdentity appliedBy() {
    return appliedBy;
  }

  public @Nullable Instant appliedDateTime() {
    return appliedDateTime;
  }
}
