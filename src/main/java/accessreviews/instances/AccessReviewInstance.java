package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.Occurrence;
import accessreviews.definitions.ReviewStatus;
import accessreviews.definitions.ScheduleSettings;
import accessreviews.definitions.StagePlan;
import accessreviews.identity.Access;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.Scope;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One run of a series on one resource, Graph's {@code accessReviewInstance}. What it needs of the
 * series it takes along when it starts: the series may change, a running instance does not.
 */
@Entity
@DynamicUpdate
@Table(name = "access_review_instance")
public class AccessReviewInstance extends PanacheEntityBase {
  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "definition_id")
  private AccessReviewScheduleDefinition definition;

  private LocalDate occurrence;
  private String resource;
  private Instant startDateTime;
  private @Nullable Instant endDateTime;

  @Enumerated(EnumType.STRING)
  private ReviewStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private Scope scope;

  /** What {@code contains(scope/query,'…')} looks at. */
  @SuppressWarnings("UnusedVariable") // by the database
  private @Nullable String scopeQuery;

  @JdbcTypeCode(SqlTypes.JSON)
  private Reviewers reviewers;

  @JdbcTypeCode(SqlTypes.JSON)
  private FallbackReviewers fallbackReviewers;

  @Basic(fetch = FetchType.LAZY)
  @JdbcTypeCode(SqlTypes.JSON)
  private ScheduleSettings settings;

  @Basic(fetch = FetchType.LAZY)
  @JdbcTypeCode(SqlTypes.JSON)
  private StagePlan stageSettings;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewInstance() {}

  /** The instance of {@code occurrence} that starts now, with the settings of this moment. */
  AccessReviewInstance(
      UUID id,
      AccessReviewScheduleDefinition definition,
      Occurrence occurrence,
      InstanceScope instanceScope) {
    this.id = id;
    this.definition = definition;
    this.occurrence = occurrence.day();
    this.resource = instanceScope.resource();
    this.startDateTime = occurrence.startDateTime();
    this.endDateTime = occurrence.endDateTime();
    this.status = ReviewStatus.InProgress;
    this.scope = instanceScope.scope();
    this.scopeQuery = scope.searchedQuery().orElse(null);
    this.reviewers = definition.reviewers();
    this.fallbackReviewers = definition.fallbackReviewers();
    this.settings = definition.settings();
    this.stageSettings = definition.stageSettings();
  }

  /** The instance at {@code key} within {@code access}, read with {@code lock}. */
  public static AccessReviewInstance required(InstanceKey key, Access access, LockModeType lock) {
    var found = key.condition().and(access.instances(""));
    return AccessReviewInstance.<AccessReviewInstance>find(found.hql(), found.parameters())
        .withLock(lock)
        .singleResultOptional()
        .orElseThrow(() -> access.unreachable(key.instance()));
  }

  /** The series that it is a run of. */
  public AccessReviewScheduleDefinition definition() {
    return definition;
  }

  /** Whether no other instance of the same occurrence is open. */
  boolean isLastOfItsOccurrence() {
    return count(
            "definition.id = ?1 and occurrence = ?2 and id <> ?3 and status = ?4",
            definition.id(),
            occurrence,
            id,
            ReviewStatus.InProgress)
        == 0;
  }

  /** Refuses unless the instance is open for answers and changes (seed, "status"). */
  void requireInProgress() {
    if (status != ReviewStatus.InProgress) {
      throw new InstanceNotInProgress(id, status);
    }
  }

  void replaceReviewers(Reviewers requested) {
    reviewers = requested;
  }

  void growFallbackReviewers(FallbackReviewers requested) {
    fallbackReviewers = fallbackReviewers.grownTo(requested);
  }

  /** The time of the instance is over: from here on no answers. */
  void complete() {
    status = ReviewStatus.Completed;
  }

  @Override
  public String toString() {
    return "instance %s of %s on %s".formatted(id, resource, occurrence);
  }

  public UUID id() {
    return id;
  }

  public UUID definitionId() {
    return definition.id();
  }

  public Instant startDateTime() {
    return startDateTime;
  }

  /** The stages that the instance goes through, as they were when it started. */
  public StagePlan stageSettings() {
    return stageSettings;
  }

  long version() {
    return version;
  }

  LocalDate occurrence() {
    return occurrence;
  }

  @Nullable Instant endDateTime() {
    return endDateTime;
  }

  ReviewStatus status() {
    return status;
  }

  Scope scope() {
    return scope;
  }

  Reviewers reviewers() {
    return reviewers;
  }

  FallbackReviewers fallbackReviewers() {
    return fallbackReviewers;
  }
}
