package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.Occurrence;
import accessreviews.definitions.ReviewStatus;
import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StagePlan;
import accessreviews.identity.Access;
import accessreviews.identity.UserIdentity;
import accessreviews.platform.persistence.JsonColumn;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.reviewers.ReviewingBy;
import accessreviews.scopes.Scope;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a series on one resource, Graph's {@code accessReviewInstance}. It copies the settings
 * of the series when it starts, so later changes of the series do not affect it.
 */
@Entity
@DynamicUpdate
@BatchSize(size = 100)
@Table(name = "access_review_instance")
public class AccessReviewInstance extends PanacheEntityBase {
  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "definition_id")
  private AccessReviewScheduleDefinition definition;

  private LocalDate occurrence;
  private String resource;

  /** The id of {@code resource} in the directory; null if the scope names none. */
  @SuppressWarnings("UnusedVariable") // read in SQL
  private @Nullable UUID resourceId;

  private Instant startDateTime;
  private @Nullable Instant endDateTime;

  @Enumerated(EnumType.STRING)
  private ReviewStatus status;

  @JsonColumn private Scope scope;

  /** The instant of the next step; null if none is due. */
  private @Nullable Instant nextTransitionAt;

  @JsonColumn private List<LifeCycleError> errors;

  /** The caller who asked to apply the decisions; null if they are applied automatically. */
  @SuppressWarnings("UnusedVariable") // read in SQL
  @Basic(fetch = FetchType.LAZY)
  @JsonColumn
  private @Nullable UserIdentity applyRequestedBy;

  /** The text that {@code contains(scope/query,'…')} searches. */
  @SuppressWarnings("UnusedVariable") // by the database
  private @Nullable String scopeQuery;

  @JsonColumn private Reviewers reviewers;

  @JsonColumn private FallbackReviewers fallbackReviewers;

  @Basic(fetch = FetchType.LAZY)
  @JsonColumn
  private ScheduleSettings settings;

  /** Whether reviewers see what was decided in earlier stages: one of the settings. */
  @SuppressWarnings("UnusedVariable") // by the database
  @Basic(fetch = FetchType.LAZY)
  @Column(insertable = false, updatable = false)
  private boolean showsHistories;

  @JsonColumn private StagePlan stageSettings;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewInstance() {}

  /** The instance of {@code occurrence} that starts now, with the settings of this moment. */
  public AccessReviewInstance(
      UUID id,
      AccessReviewScheduleDefinition definition,
      Occurrence occurrence,
      InstanceScope instanceScope) {
    this.id = id;
    this.definition = definition;
    this.occurrence = occurrence.day();
    this.resource = instanceScope.resource();
    this.resourceId = instanceScope.resourceId();
    this.startDateTime = occurrence.startDateTime();
    this.endDateTime = occurrence.endDateTime();
    this.status = ReviewStatus.Initializing;
    this.nextTransitionAt = startDateTime;
    this.errors = List.of();
    this.scope = instanceScope.scope();
    this.scopeQuery = scope.searchedQuery().orElse(null);
    this.reviewers = definition.reviewers();
    this.fallbackReviewers = definition.fallbackReviewers();
    this.settings = definition.settings();
    this.stageSettings = definition.stageSettings();
  }

  /** The instance at {@code key} within {@code access}, read with {@code lock}. */
  public static AccessReviewInstance required(InstanceKey key, Access access, LockModeType lock) {
    var found = key.condition().and(InstanceType.reached(access, ""));
    return AccessReviewInstance.<AccessReviewInstance>find(found.hql(), found.parameters())
        .withLock(lock)
        .singleResultOptional()
        .orElseThrow(() -> access.unreachable(key.instance()));
  }

  /**
   * The instance at {@code key}, locked together with its series. No step of its life is running
   * then, and none begins before the transaction ends. Reads it once, after the locks: callers
   * check before the transaction that they reach it, so that nobody locks what is out of reach.
   */
  public static AccessReviewInstance requiredBetweenSteps(InstanceKey key, Access access) {
    AccessReviewScheduleDefinition.lockedUnchecked(key.definition());
    return required(key, access, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The series that it is a run of. */
  public AccessReviewScheduleDefinition definition() {
    return definition;
  }

  /** The statuses of all instances of its occurrence. */
  public Set<ReviewStatus> statusesOfItsOccurrence() {
    return Set.copyOf(
        find(
                "select distinct status from AccessReviewInstance where definition.id = ?1 and"
                    + " occurrence = ?2",
                definition.id(),
                occurrence)
            .project(ReviewStatus.class)
            .list());
  }

  /** Refuses unless the instance is open for answers and changes (seed, "status"). */
  public void requireInProgress() {
    if (status != ReviewStatus.InProgress) {
      throw new InstanceNotInProgress(id, status);
    }
  }

  /** Refuses unless the instance has ended and is neither being applied nor applied. */
  public void requireCompleted() {
    if (status != ReviewStatus.Completed || nextTransitionAt != null) {
      throw new InstanceNotCompleted(id, status);
    }
  }

  /**
   * Stops applying. Refuses unless applying is under way, automatic, after default decisions, and
   * would delete guests (operations.md, 19).
   */
  public void stopApplying() {
    var mayStop =
        settings.autoApplyDecisionsEnabled()
            && settings.defaultDecisionEnabled()
            && settings.deletesGuests();
    if (status != ReviewStatus.Applying || !mayStop) {
      throw new InstanceNotApplying(id, status);
    }
    status = ReviewStatus.Completed;
    nextTransitionAt = null;
  }

  /** Requests to apply its decisions, in the name of {@code who}, however much they remove. */
  public void apply(UserIdentity who, Instant now) {
    applyRequestedBy = who;
    nextTransitionAt = now;
    errors = List.of();
  }

  /** It could not start, because of {@code error}. */
  public void fail(LifeCycleError error) {
    status = ReviewStatus.Failed;
    nextTransitionAt = null;
    errors = List.of(error);
  }

  void replaceReviewers(Reviewers requested) {
    reviewers = requested;
  }

  void growFallbackReviewers(FallbackReviewers requested) {
    fallbackReviewers = fallbackReviewers.grownTo(requested);
  }

  /** Its reviewers and fallback reviewers. */
  ReviewingBy reviewing() {
    return new ReviewingBy(reviewers, fallbackReviewers);
  }

  /**
   * The change of reviewers since {@code before}, if there is one. In an instance with stages the
   * stages have the reviewers, and those of the instance do not count.
   */
  Optional<ReviewersChanged> changedSince(ReviewingBy before) {
    return reviewing().isThatOf(before) || !stageSettings.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReviewersChanged(this, "", before, reviewing()));
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

  /** The day of the recurrence that it belongs to. */
  public LocalDate occurrence() {
    return occurrence;
  }

  /** The instant of its next step; null if none is due. */
  public @Nullable Instant nextTransitionAt() {
    return nextTransitionAt;
  }

  /** The errors of its life. */
  public List<LifeCycleError> errors() {
    return errors;
  }

  /** The settings that it copied from the series when it started. */
  public ScheduleSettings settings() {
    return settings;
  }

  public @Nullable Instant endDateTime() {
    return endDateTime;
  }

  public ReviewStatus status() {
    return status;
  }

  public Scope scope() {
    return scope;
  }

  public Reviewers reviewers() {
    return reviewers;
  }

  public FallbackReviewers fallbackReviewers() {
    return fallbackReviewers;
  }
}
