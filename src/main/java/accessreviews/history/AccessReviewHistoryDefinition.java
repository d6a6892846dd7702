package accessreviews.history;

import accessreviews.identity.Access;
import accessreviews.identity.UserIdentity;
import accessreviews.odata.EdmDateTime;
import accessreviews.odata.reads.Condition;
import accessreviews.platform.persistence.JsonColumn;
import accessreviews.scopes.ResourceKind;
import accessreviews.scopes.Scope;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to have reported, once or again and again: Graph's {@code
 * accessReviewHistoryDefinition}. It is found for 30 days; one with a schedule until 30 days after
 * its last report.
 */
@Entity
@DynamicUpdate
@Table(name = "access_review_history_definition")
public class AccessReviewHistoryDefinition extends PanacheEntityBase {
  @Id private UUID id;
  @Version private long version;
  private String displayName;
  private @Nullable Instant periodStart;
  private @Nullable Instant periodEnd;
  @JsonColumn private List<Scope> scopes;
  @JsonColumn private List<HistoryDecision> decisions;
  @JsonColumn private @Nullable HistoryScheduleSettings scheduleSettings;

  /** The kinds of reviews that the creator could read. */
  @JsonColumn private Set<ResourceKind> kinds;

  @Enumerated(EnumType.STRING)
  private HistoryStatus status;

  @JsonColumn private UserIdentity createdBy;

  /** The creator's id, which the database takes from {@code createdBy}. */
  @Column(insertable = false, updatable = false)
  private @Nullable UUID createdById;

  private Instant createdDateTime;
  private @Nullable Instant fulfilledDateTime;

  @SuppressWarnings("UnusedVariable") // by the database
  private Instant visibleUntil;

  private @Nullable LocalDate nextOccurrence;
  private @Nullable Instant nextStartDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewHistoryDefinition() {}

  /** What {@code createdBy}, who reads reviews of {@code kinds}, wants at {@code now}. */
  AccessReviewHistoryDefinition(
      HistoryRequest.Wanted wanted, Set<ResourceKind> kinds, UserIdentity createdBy, Instant now) {
    this.id = UUID.randomUUID();
    this.displayName = wanted.displayName();
    this.periodStart = wanted.periodStart();
    this.periodEnd = wanted.periodEnd();
    this.scopes = wanted.scopes().scopes();
    this.decisions = wanted.decisions();
    this.scheduleSettings = wanted.schedule();
    this.kinds = Set.copyOf(kinds);
    this.status = HistoryStatus.requested;
    this.createdBy = createdBy;
    this.createdDateTime = now;
    this.visibleUntil = EdmDateTime.later(now, HistoryReport.KEPT);
    if (scheduleSettings != null) {
      plan(scheduleSettings.first(now.atOffset(ZoneOffset.UTC).toLocalDate()), now);
    }
  }

  private void plan(@Nullable LocalDate day, Instant now) {
    nextOccurrence = day;
    nextStartDateTime = day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    visibleUntil = day == null ? EdmDateTime.later(now, HistoryReport.KEPT) : EdmDateTime.LAST;
  }

  /** The definition {@code id}, if it is still found at {@code now}; refuses other ids. */
  static AccessReviewHistoryDefinition required(UUID id, Access access, Instant now) {
    var found = Condition.of("id = :id", "id", id).and(HistoryDefinitionType.current("", now));
    var definition =
        AccessReviewHistoryDefinition.<AccessReviewHistoryDefinition>find(
                found.hql(), found.parameters())
            .singleResultOptional()
            .orElseThrow(() -> access.unreachable(id));
    if (!access.isByRole() && !definition.isCreatedBy(access)) {
      throw access.unreachable(id);
    }
    return definition;
  }

  boolean isCreatedBy(Access access) {
    return access.caller().equals(createdById);
  }

  /** The report of the next occurrence, which is due; the one after it becomes the next. */
  AccessReviewHistoryInstance beginNext() {
    var schedule = Objects.requireNonNull(scheduleSettings);
    var day = Objects.requireNonNull(nextOccurrence);
    var at = Objects.requireNonNull(nextStartDateTime);
    plan(schedule.after(day).orElse(null), at);
    status = HistoryStatus.requested;
    return new AccessReviewHistoryInstance(UUID.randomUUID(), this, schedule.from(at), at, at);
  }

  /** The report of a definition without a schedule, whose id it has. */
  AccessReviewHistoryInstance onlyReport() {
    return new AccessReviewHistoryInstance(
        id,
        this,
        Objects.requireNonNull(periodStart),
        Objects.requireNonNull(periodEnd),
        createdDateTime);
  }

  /** Has the status of its latest report. */
  void follow(HistoryStatus reported) {
    status = reported;
  }

  void fulfilled(Instant now) {
    status = HistoryStatus.done;
    fulfilledDateTime = now;
  }

  /** Whether a further report will be made. */
  boolean goesOn() {
    return nextOccurrence != null;
  }

  UUID id() {
    return id;
  }

  String displayName() {
    return displayName;
  }

  @Nullable Instant periodStart() {
    return periodStart;
  }

  @Nullable Instant periodEnd() {
    return periodEnd;
  }

  List<Scope> scopes() {
    return scopes;
  }

  List<HistoryDecision> decisions() {
    return decisions;
  }

  @Nullable HistoryScheduleSettings scheduleSettings() {
    return scheduleSettings;
  }

  Set<ResourceKind> kinds() {
    return kinds;
  }

  HistoryStatus status() {
    return status;
  }

  UserIdentity createdBy() {
    return createdBy;
  }

  Instant createdDateTime() {
    return createdDateTime;
  }

  @Nullable Instant fulfilledDateTime() {
    return fulfilledDateTime;
  }
}
