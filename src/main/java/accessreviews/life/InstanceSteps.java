package accessreviews.life;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.UserIdentity;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.Instances;
import accessreviews.instances.InstancesEnded;
import accessreviews.instances.InstancesMoved;
import accessreviews.life.apply.ApplyDecisions;
import accessreviews.life.apply.HeldBack;
import accessreviews.life.rounds.DefaultDecisions;
import accessreviews.life.rounds.ReviewRounds;
import accessreviews.life.start.MissingResources;
import accessreviews.life.start.TakeSnapshot;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The life of an instance as a state table: what is done in each status, and which status follows
 * (types.md, section 4). Each step is one transaction of its caller. The work of a status is done
 * before the instances leave it, in the order of the lines.
 */
@ApplicationScoped
class InstanceSteps {
  private static final Sql HOLD = Sql.file("life/hold-instances");
  private static final Sql MOVE = Sql.file("life/move-instances");

  private final MissingResources missing;
  private final TakeSnapshot snapshot;
  private final StageRows stages;
  private final ReviewRounds rounds;
  private final DefaultDecisions defaults;
  private final HeldBack heldBack;
  private final ApplyDecisions applying;
  private final Event<InstancesMoved> moved;
  private final Event<InstancesEnded> ended;
  private final Session database;

  InstanceSteps(
      MissingResources missing,
      TakeSnapshot snapshot,
      StageRows stages,
      ReviewRounds rounds,
      DefaultDecisions defaults,
      HeldBack heldBack,
      ApplyDecisions applying,
      Event<InstancesMoved> moved,
      Event<InstancesEnded> ended,
      Session database) {
    this.missing = missing;
    this.snapshot = snapshot;
    this.stages = stages;
    this.rounds = rounds;
    this.defaults = defaults;
    this.heldBack = heldBack;
    this.applying = applying;
    this.moved = moved;
    this.ended = ended;
    this.database = database;
  }

  /**
   * Takes the step out of {@code status}, the status of {@code instances}. Fewer instances may go
   * on: those without a resource end, and those that would remove too much are held back.
   *
   * @param at the instant at which the step is due; the next step is due at the same instant,
   *     unless it waits for the end of the instance
   * @param by who ends instances in progress: the service, if their time is over
   */
  void take(ReviewStatus status, Instances instances, Instant at, UserIdentity by) {
    hold(instances);
    switch (status) {
      case NotStarted -> move(instances, ReviewStatus.Initializing, at);
      case Initializing -> {
        var found = missing.endMissing(instances);
        tellEnded(instances.without(found.ids()));
        if (!found.ids().isEmpty()) {
          snapshot.take(found);
          move(found, ReviewStatus.Starting, at);
        }
      }
      case Starting -> {
        stages.beginFirst(instances);
        rounds.beginFirst(instances);
        move(instances, ReviewStatus.InProgress, instances.any().endDateTime());
      }
      case InProgress -> {
        stages.complete(instances, by);
        move(instances, ReviewStatus.Completing, at);
      }
      case Completing -> {
        if (instances.any().settings().decidesByDefault()) {
          move(instances, ReviewStatus.AutoReviewing, at);
        } else {
          complete(instances, at);
        }
      }
      case AutoReviewing -> {
        defaults.decide(instances);
        move(instances, ReviewStatus.AutoReviewed, at);
      }
      case AutoReviewed -> complete(instances, at);
      case Completed -> {
        var harmless = heldBack.holdBack(instances);
        if (!harmless.ids().isEmpty()) {
          move(harmless, ReviewStatus.Applying, at);
        }
      }
      case Applying -> {
        applying.apply(instances);
        move(instances, ReviewStatus.Applied, null);
      }
      case Applied, Failed -> throw new IllegalStateException("nothing follows " + status);
    }
    showInSeries(instances.any());
  }

  /** Waits for decisions that are being written now; later ones wait for this transaction. */
  void hold(Instances instances) {
    BulkStatement.of(HOLD).with(instances.parameters()).ids(database);
  }

  /** Ends instances that are in progress: by their time, their last stage, or a stop. */
  void end(Instances instances, Instant at, UserIdentity by) {
    take(ReviewStatus.InProgress, instances, at, by);
  }

  /** Decisions are refused from here on; with auto-apply they are applied next. */
  private void complete(Instances instances, Instant at) {
    var applies = instances.any().settings().autoApplyDecisionsEnabled();
    move(instances, ReviewStatus.Completed, applies ? at : null);
    tellEnded(instances);
  }

  private void tellEnded(Instances instances) {
    if (!instances.ids().isEmpty()) {
      ended.fire(new InstancesEnded(instances.ids()));
    }
  }

  /** Moves {@code instances} to {@code to}; their next step is due at {@code next}, if any is. */
  private void move(Instances instances, ReviewStatus to, @Nullable Instant next) {
    BulkStatement.of(MOVE)
        .with(instances.parameters())
        .with("status", to.name())
        .at("next", next)
        .execute(database);
    moved.fire(new InstancesMoved(instances.ids(), to));
  }

  /** Gives the series the least advanced status of its latest instances. */
  void showInSeries(AccessReviewInstance instance) {
    AccessReviewScheduleDefinition.lockedUnchecked(instance.definitionId())
        .follow(instance.occurrence(), instance.statusesOfItsOccurrence());
  }
}
