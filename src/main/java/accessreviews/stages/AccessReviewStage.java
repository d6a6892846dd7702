package accessreviews.stages;

import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.Instances;
import accessreviews.instances.ReviewersChanged;
import accessreviews.platform.persistence.JsonColumn;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.reviewers.ReviewingBy;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One stage of an instance, Graph's {@code accessReviewStage}. It is created when the previous
 * stage ends.
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

  @JsonColumn private Reviewers reviewers;

  @JsonColumn private FallbackReviewers fallbackReviewers;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewStage() {}

  /** The stage at {@code key} within {@code access}, read with {@code lock}. */
  public static AccessReviewStage required(StageKey key, Access access, LockModeType lock) {
    var found = key.condition().and(StageType.reached(access, ""));
    return AccessReviewStage.<AccessReviewStage>find(found.hql(), found.parameters())
        .withLock(lock)
        .singleResultOptional()
        .orElseThrow(() -> access.unreachable(key.stage()));
  }

  /** The instances of the occurrence whose same stage ends at the same instant. */
  public Instances instancesWhereItEnds() {
    return new Instances(
        instance,
        find(
                "select instance.id from AccessReviewStage where instance.definition.id = ?1"
                    + " and instance.occurrence = ?2 and stageId = ?3 and endDateTime = ?4"
                    + " and status = ?5",
                instance.definitionId(),
                instance.occurrence(),
                stageId,
                endDateTime,
                status)
            .project(UUID.class)
            .list());
  }

  /** Refuses unless the stage is open for answers. */
  public void requireInProgress() {
    if (status != ReviewStatus.InProgress) {
      throw new StageNotInProgress(id, status);
    }
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

  /** Its reviewers and fallback reviewers. */
  ReviewingBy reviewing() {
    return new ReviewingBy(reviewers, fallbackReviewers);
  }

  /** The change of reviewers since {@code before}, if there is one. */
  Optional<ReviewersChanged> changedSince(ReviewingBy before) {
    return reviewing().isThatOf(before)
        ? Optional.empty()
        : Optional.of(new ReviewersChanged(instance, stageId, before, reviewing()));
  }

  /** The instance that the stage belongs to. */
  public AccessReviewInstance instance() {
    return instance;
  }

  UUID id() {
    return id;
  }

  UUID instanceId() {
    return instance.id();
  }

  public String stageId() {
    return stageId;
  }

  long version() {
    return version;
  }

  Instant startDateTime() {
    return startDateTime;
  }

  public Instant endDateTime() {
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
