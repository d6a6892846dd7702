package accessreviews.life;

import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.UserIdentity;
import accessreviews.instances.Instances;
import accessreviews.instances.InstancesEnded;
import accessreviews.instances.InstancesMoved;
import accessreviews.life.apply.ApplyDecisions;
import accessreviews.life.apply.HeldBack;
import accessreviews.life.rounds.DefaultDecisions;
import accessreviews.life.rounds.ReviewRounds;
import accessreviews.life.start.MissingResources;
import accessreviews.life.start.TakeSnapshot;
import accessreviews.testing.Happened;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.hibernate.Session;

/** The steps of the service in tests: it does the same, and tells when. */
@Alternative
@Priority(1)
@Singleton
class WatchedInstanceSteps extends InstanceSteps {
  private final Happened happened;

  WatchedInstanceSteps(
      MissingResources missing,
      TakeSnapshot snapshot,
      StageRows stages,
      ReviewRounds rounds,
      DefaultDecisions defaults,
      HeldBack heldBack,
      ApplyDecisions applying,
      Event<InstancesMoved> moved,
      Event<InstancesEnded> ended,
      Session database,
      Happened happened) {
    super(missing, snapshot, stages, rounds, defaults, heldBack, applying, moved, ended, database);
    this.happened = happened;
  }

  @Override
  void take(ReviewStatus status, Instances instances, Instant at, UserIdentity by) {
    happened.taken(status, instances.any().definitionId());
    super.take(status, instances, at, by);
  }
}
