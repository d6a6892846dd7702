package accessreviews.life;

import accessreviews.identity.UserIdentity;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.Instances;
import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes the due step of an instance, together with all instances of its occurrence that wait for
 * the same step.
 */
@ApplicationScoped
@Priority(20)
class InstanceStep implements DueTransition<AccessReviewInstance> {
  private static final DueRows<AccessReviewInstance> ROWS =
      new DueRows<>(
          AccessReviewInstance.class,
          "access_review_instance",
          "next_transition_at",
          "due.next_transition_at is not null",
          "join access_review_schedule_definition series on series.id = due.definition_id");

  private final InstanceSteps steps;
  private final FailedInstances failed;

  InstanceStep(InstanceSteps steps, FailedInstances failed) {
    this.steps = steps;
    this.failed = failed;
  }

  @Override
  public String name() {
    return "instance-step";
  }

  @Override
  public DueRows<AccessReviewInstance> rows() {
    return ROWS;
  }

  @Override
  public void happen(AccessReviewInstance instance) {
    var at = Objects.requireNonNull(instance.nextTransitionAt());
    steps.take(instance.status(), Instances.waitingLike(instance), at, UserIdentity.SERVICE);
  }

  @Override
  public boolean giveUp(UUID id) {
    return failed.end(id);
  }
}
