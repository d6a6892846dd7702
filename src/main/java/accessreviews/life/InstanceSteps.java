package accessreviews.life;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.Instances;
import accessreviews.life.apply.Objections;
import accessreviews.life.start.MissingResources;
import accessreviews.platform.persistence.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The steps of instances through their life (types.md, section 4), each in one transaction. */
@ApplicationScoped
public class InstanceSteps {
  private final Event<InstancesReached> reached;
  private final MissingResources missing;
  private final Objections objected;
  private final Session database;

  InstanceSteps(
      Event<InstancesReached> reached,
      MissingResources missing,
      Objections objected,
      Session database) {
    this.reached = reached;
    this.missing = missing;
    this.objected = objected;
    this.database = database;
  }

  /** Does what is to do where instances are in {@code status}, and moves them on. */
  void take(ReviewStatus status, Instances instances, Instant at) {
    hold(instances);
    var settings = instances.any().settings();
    switch (status) {
      case NotStarted -> pass(status, instances, ReviewStatus.Initializing, at);
      case Initializing -> {
        var found = missing.leftOut(instances);
        if (!found.ids().isEmpty()) {
          pass(status, found, ReviewStatus.Starting, at);
        }
      }
      case Starting ->
          pass(status, instances, ReviewStatus.InProgress, instances.any().endDateTime());
      case InProgress -> pass(status, instances, ReviewStatus.Completing, at);
      case Completing -> {
        if (settings.decidesByDefault()) {
          pass(status, instances, ReviewStatus.AutoReviewing, at);
        } else {
          complete(status, instances, at);
        }
      }
      case AutoReviewing -> pass(status, instances, ReviewStatus.AutoReviewed, at);
      case AutoReviewed -> complete(status, instances, at);
      case Completed -> {
        var harmless = objected.leftOut(instances);
        if (!harmless.ids().isEmpty()) {
          pass(status, harmless, ReviewStatus.Applying, at);
        }
      }
      case Applying -> pass(status, instances, ReviewStatus.Applied, null);
      case Applied -> throw new IllegalStateException("nothing follows " + status);
    }
    showInSeries(instances.any());
  }

  /** Waits for those who are answering now; whoever comes later waits for this transaction. */
  public void hold(Instances instances) {
    BulkStatement.of(
            "select i.id from access_review_instance i where "
                + Instances.CONDITION
                + " order by i.id for no key update")
        .with(instances.parameters())
        .ids(database);
  }

  /** Ends instances that are in progress: by their time, their last stage, or a stop. */
  public void end(Instances instances, Instant at) {
    take(ReviewStatus.InProgress, instances, at);
  }

  /** From here on no answers; with auto-apply what was decided is applied next. */
  private void complete(ReviewStatus status, Instances instances, Instant at) {
    var applies = instances.any().settings().autoApplyDecisionsEnabled();
    pass(status, instances, ReviewStatus.Completed, applies ? at : null);
  }

  private void pass(
      ReviewStatus status, Instances instances, ReviewStatus to, @Nullable Instant next) {
    reached.fire(new InstancesReached(status, instances));
    BulkStatement.of(
            """
            update access_review_instance i
            set status = :status, next_transition_at = :next, version = version + 1
            where\s"""
                + Instances.CONDITION)
        .with(instances.parameters())
        .with("status", to.name())
        .at("next", next)
        .execute(database);
  }

  /** The series shows the least advanced of the instances that started last. */
  void showInSeries(AccessReviewInstance instance) {
    AccessReviewScheduleDefinition.lockedUnchecked(instance.definitionId())
        .follow(instance.occurrence(), instance.statusesOfItsOccurrence());
  }
}
