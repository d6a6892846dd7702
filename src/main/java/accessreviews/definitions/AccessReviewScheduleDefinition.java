package accessreviews.definitions;

import accessreviews.definitions.settings.NotificationRecipientItem;
import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StagePlan;
import accessreviews.identity.Access;
import accessreviews.identity.UserIdentity;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.Condition;
import accessreviews.platform.persistence.JsonColumn;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.ResourceKind;
import accessreviews.scopes.Scope;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An access review series, Graph's {@code accessReviewScheduleDefinition}: scope, reviewers and
 * schedule. Changes apply to future instances only.
 */
@Entity
@DynamicUpdate
@BatchSize(size = 100)
@Table(name = "access_review_schedule_definition")
public class AccessReviewScheduleDefinition extends PanacheEntityBase {
  @Id private UUID id;
  @Version private long version;
  private String displayName;
  private @Nullable String descriptionForAdmins;
  private @Nullable String descriptionForReviewers;

  @JsonColumn private UserIdentity createdBy;

  /** The creator's id, which the database takes from {@code createdBy}. */
  @Column(insertable = false, updatable = false)
  private @Nullable UUID createdById;

  private Instant createdDateTime;
  private Instant lastModifiedDateTime;

  @Enumerated(EnumType.STRING)
  private ReviewStatus status;

  /** The kind of the reviewed resource. It determines who may read and write the series. */
  @Enumerated(EnumType.STRING)
  private ResourceKind kind;

  /** The group, if it is the only resource; its owners may manage the series. */
  private @Nullable UUID groupId;

  @JsonColumn private Scope scope;

  /** The text that {@code contains(scope/query,'…')} searches. */
  @SuppressWarnings("UnusedVariable") // by the database
  private @Nullable String scopeQuery;

  @JsonColumn private @Nullable Scope instanceEnumerationScope;

  @JsonColumn private Reviewers reviewers;

  @JsonColumn private FallbackReviewers fallbackReviewers;

  @JsonColumn private ScheduleSettings settings;

  @JsonColumn private StagePlan stageSettings;

  @JsonColumn private List<NotificationRecipientItem> additionalNotificationRecipients;

  @Embedded private Occurrences occurrences;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewScheduleDefinition() {}

  /** A new series that {@code createdBy} creates at {@code now}, with its first start. */
  AccessReviewScheduleDefinition(
      NewDefinition wanted, ResourceKind kind, UserIdentity createdBy, Instant now) {
    this.id = UUID.randomUUID();
    this.displayName = wanted.displayName();
    this.descriptionForAdmins = wanted.descriptionForAdmins();
    this.descriptionForReviewers = wanted.descriptionForReviewers();
    this.createdBy = createdBy;
    this.createdDateTime = now;
    this.lastModifiedDateTime = now;
    this.status = ReviewStatus.NotStarted;
    this.kind = kind;
    this.groupId = wanted.scope().onlyGroup().orElse(null);
    this.scope = wanted.scope();
    this.scopeQuery = scope.searchedQuery().orElse(null);
    this.instanceEnumerationScope = wanted.instanceEnumerationScope();
    this.reviewers = wanted.reviewers();
    this.fallbackReviewers = wanted.fallbackReviewers();
    this.settings = wanted.settings();
    this.stageSettings = wanted.stageSettings();
    this.additionalNotificationRecipients = wanted.additionalNotificationRecipients();
    schedule().requireFit();
    this.occurrences = new Occurrences(schedule().first(now));
  }

  /** The series {@code id} within {@code access}, read with {@code lock}; refuses other ids. */
  public static AccessReviewScheduleDefinition required(UUID id, Access access, LockModeType lock) {
    var found = Condition.of("id = :id", "id", id).and(DefinitionType.reached(access, ""));
    return AccessReviewScheduleDefinition.<AccessReviewScheduleDefinition>find(
            found.hql(), found.parameters())
        .withLock(lock)
        .singleResultOptional()
        .orElseThrow(() -> access.unreachable(id));
  }

  /**
   * The series {@code id}, locked before anything below it is. It does not ask whether a caller
   * reaches the series; refuses a series that does not exist, or was deleted meanwhile.
   */
  public static AccessReviewScheduleDefinition lockedUnchecked(UUID id) {
    return AccessReviewScheduleDefinition.<AccessReviewScheduleDefinition>findByIdOptional(
            id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Guid.unknown(id));
  }

  void rename(String name) {
    displayName = name;
  }

  void describeForAdmins(@Nullable String description) {
    descriptionForAdmins = description;
  }

  void describeForReviewers(@Nullable String description) {
    descriptionForReviewers = description;
  }

  void replaceReviewers(Reviewers requested) {
    reviewers = reviewers.replacedInSeriesBy(requested);
  }

  void replaceFallbackReviewers(FallbackReviewers requested) {
    fallbackReviewers = requested;
  }

  void replaceStages(StagePlan requested) {
    stageSettings = stageSettings.replacedBy(requested);
  }

  /**
   * Replaces the settings for future instances. A new recurrence begins after the occurrence that
   * started last.
   */
  void replaceSettings(ScheduleSettings requested, Instant now) {
    var rescheduled = !Objects.equals(settings.recurrence(), requested.recurrence());
    settings = requested;
    schedule().requireFit();
    if (rescheduled) {
      occurrences.follow(schedule(), now);
    }
  }

  void modified(Instant now) {
    lastModifiedDateTime = now;
  }

  /** The next occurrence has started, on {@code reviewed}; the one after it becomes the next. */
  public void occurrenceStarted(Collection<ReviewStatus> statuses, ResourceKind reviewed) {
    kind = reviewed;
    var started = nextOccurrence().day();
    occurrences.started(schedule());
    follow(started, statuses);
  }

  /**
   * Takes the least advanced of {@code statuses}, which are those of the instances of {@code
   * occurrence}, if it is the latest occurrence. An occurrence without instances is over.
   */
  public void follow(LocalDate occurrence, Collection<ReviewStatus> statuses) {
    if (occurrence.equals(occurrences.latest())) {
      status = statuses.stream().min(Comparator.naturalOrder()).orElse(ReviewStatus.Completed);
    }
  }

  /** Ends the series: no occurrence starts any more. */
  public void stop() {
    occurrences.stop();
    if (occurrences.latest() == null) {
      status = ReviewStatus.Completed;
    }
  }

  private Schedule schedule() {
    return new Schedule(settings, stageSettings);
  }

  /** Whether {@code access} reaches this series otherwise than as a reviewer. */
  public boolean isReached(Access access) {
    return access.reaches(kind, UUID.fromString(createdBy.id()), groupId);
  }

  /** The occurrence to start next, and when its instances start and end. */
  public Occurrence nextOccurrence() {
    return occurrences.next(schedule());
  }

  /** The groups that get an instance: the enumeration as sent, or the one group of the scope. */
  public Optional<Scope> enumeration() {
    return Optional.ofNullable(instanceEnumerationScope).or(scope::reviewedGroup);
  }

  /** Whether the review runs once, on one resource. Its instance then has the series' id. */
  public boolean isOneTime() {
    return !settings.isRecurring();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
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

  public ScheduleSettings settings() {
    return settings;
  }

  public StagePlan stageSettings() {
    return stageSettings;
  }

  /** The name of the series. */
  public String displayName() {
    return displayName;
  }

  @Nullable String descriptionForAdmins() {
    return descriptionForAdmins;
  }

  /** What its owner wrote for reviewers; null if nothing. */
  public @Nullable String descriptionForReviewers() {
    return descriptionForReviewers;
  }

  UserIdentity createdBy() {
    return createdBy;
  }

  Instant createdDateTime() {
    return createdDateTime;
  }

  Instant lastModifiedDateTime() {
    return lastModifiedDateTime;
  }

  ReviewStatus status() {
    return status;
  }

  @Nullable Scope instanceEnumerationScope() {
    return instanceEnumerationScope;
  }

  /** Who is told, besides its creator, that an instance is completed. */
  public List<NotificationRecipientItem> additionalNotificationRecipients() {
    return additionalNotificationRecipients;
  }
}
