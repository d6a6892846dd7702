package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.platform.DueRows;
import accessreviews.platform.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** The end of an instance has come: no more answers. */
@ApplicationScoped
@Priority(20)
class EndInstance implements DueTransition<AccessReviewInstance> {
  private static final DueRows<AccessReviewInstance> ROWS =
      new DueRows<>(
          AccessReviewInstance.class,
          "access_review_instance",
          "end_date_time",
          "due.status = 'InProgress'",
          "join access_review_schedule_definition series on series.id = due.definition_id");

  private final Event<InstanceEnded> ended;

  EndInstance(Event<InstanceEnded> ended) {
    this.ended = ended;
  }

  @Override
  public String name() {
    return "instance-end";
  }

  @Override
  public DueRows<AccessReviewInstance> rows() {
    return ROWS;
  }

  @Override
  public void happen(AccessReviewInstance instance) {
    instance.complete();
    ended.fire(new InstanceEnded(instance));
    var definition = AccessReviewScheduleDefinition.lockedUnchecked(instance.definitionId());
    if (instance.isLastOfItsOccurrence()) {
      definition.occurrenceEnded(instance.occurrence());
    }
  }
}
