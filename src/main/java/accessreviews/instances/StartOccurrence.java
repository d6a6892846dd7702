package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.platform.DueRows;
import accessreviews.platform.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/** The start of an occurrence has come: each resource of the series gets its instance. */
@ApplicationScoped
@Priority(10)
class StartOccurrence implements DueTransition<AccessReviewScheduleDefinition> {
  private static final DueRows<AccessReviewScheduleDefinition> ROWS =
      new DueRows<>(
          AccessReviewScheduleDefinition.class,
          "access_review_schedule_definition",
          "next_start_date_time",
          "due.next_start_date_time is not null",
          "join access_review_schedule_definition series on series.id = due.id");

  private final Event<InstanceStarted> started;

  StartOccurrence(Event<InstanceStarted> started) {
    this.started = started;
  }

  @Override
  public String name() {
    return "occurrence-start";
  }

  @Override
  public DueRows<AccessReviewScheduleDefinition> rows() {
    return ROWS;
  }

  @Override
  public void happen(AccessReviewScheduleDefinition definition) {
    var occurrence = definition.nextOccurrence();
    var scopes = InstanceScope.of(definition.scope(), definition.enumeration());
    var onlyOne = definition.isOneTime() && scopes.size() == 1;
    for (var scope : scopes) {
      var id = onlyOne ? definition.id() : UUID.randomUUID();
      var instance = new AccessReviewInstance(id, definition, occurrence, scope);
      instance.persist();
      started.fire(new InstanceStarted(instance));
    }
    definition.occurrenceStarted();
  }
}
