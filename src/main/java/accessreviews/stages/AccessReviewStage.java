package accessreviews.stages;

import accessreviews.definitions.ReviewStatus;
import accessreviews.definitions.StageSettings;
import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One stage of an instance, Graph's {@code accessReviewStage}. It comes into being when the stage
 * before it has ended.
 */
@Entity
@DynamicUpdate
@Table(name = "access_review_stage")
public class AccessReviewStage extends PanacheEntityBase {
  private static final Set<ReviewStatus> UPDATABLE =
      EnumSet.of(ReviewStatus.NotStarted, ReviewStatus.Initializing, ReviewStatus.InProgress);

  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "instance_id")
  private AccessReviewInstance instance;

  private String stageId;
  private Instant startDateTime;
  private Instant endDateTime;

  @Enumerated(EnumType.STRING)
  private ReviewStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  private Reviewers reviewers;

  @JdbcTypeCode(SqlTypes.JSON)
  private FallbackReviewers fallbackReviewers;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewStage() {}

  /** The stage of {@code instance} that starts at {@code start}. */
  AccessReviewStage(AccessReviewInstance instance, StageSettings settings, Instant start) {
    this.id = UUID.randomUUID();
    this.instance = instance;
    this.stageId = settings.stageId();
    this.startDateTime = start;
    this.endDateTime = start.plus(Duration.ofDays(settings.durationInDays()));
    this.status = ReviewStatus.InProgress;
    this.reviewers = settings.primary();
    this.fallbackReviewers = settings.fallback();
  }

  /** The stage at {@code key} within {@code access}, read with {@code lock}. */
  static AccessReviewStage required(StageKey key, Access access, LockModeType lock) {
    var found = key.condition().and(access.stages(""));
    return AccessReviewStage.<AccessReviewStage>find(found.hql(), found.parameters())
        .withLock(lock)
        .singleResultOptional()
        .orElseThrow(() -> access.unreachable(key.stage()));
  }

  /** The stage of {@code instance} that is open. */
  static Optional<AccessReviewStage> openIn(UUID instance) {
    return AccessReviewStage.<AccessReviewStage>find(
            "instance.id = ?1 and status = ?2", instance, ReviewStatus.InProgress)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .singleResultOptional();
  }

  /** Refuses when the stage has ended (seed, "status"). */
  void requireUpdatable() {
    if (!UPDATABLE.contains(status)) {
      throw new StageNotUpdatable(id, status);
    }
  }

  void replaceReviewers(Reviewers requested) {
    reviewers = requested;
  }

  void growFallbackReviewers(FallbackReviewers requested) {
    fallbackReviewers = fallbackReviewers.grownTo(requested);
  }

  /** The time of the stage is over. */
  void complete() {
    status = ReviewStatus.Completed;
  }

  /** The stage that follows this one, if the instance has one. */
  Optional<AccessReviewStage> next() {
    return instance
        .stageSettings()
        .after(stageId)
        .map(settings -> new AccessReviewStage(instance, settings, endDateTime));
  }

  UUID id() {
    return id;
  }

  UUID instanceId() {
    return instance.id();
  }

  String stageId() {
    return stageId;
  }

  long version() {
    return version;
  }

  Instant startDateTime() {
    return startDateTime;
  }

  Instant endDateTime() {
    return endDateTime;
  }

  ReviewStatus status() {
    return status;
  }

  Reviewers reviewers() {
    return reviewers;
  }

  FallbackReviewers fallbackReviewers() {
    return fallbackReviewers;
  }
}
