package accessreviews.life.start;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.ReviewStatus;
import accessreviews.definitions.ReviewedKind;
import accessreviews.directory.Directory;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceScope;
import accessreviews.instances.InstancesEnded;
import accessreviews.instances.LifeCycleError;
import accessreviews.platform.due.DueRows;
import accessreviews.platform.due.DueTransition;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Starts an occurrence when its time comes: each resource of the series gets its instance. */
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

  private final GroupInstances groups;
  private final Directory directory;
  private final Event<InstancesEnded> ended;
  private final InstantSource clock;

  StartOccurrence(
      GroupInstances groups,
      Directory directory,
      Event<InstancesEnded> ended,
      InstantSource clock) {
    this.groups = groups;
    this.directory = directory;
    this.ended = ended;
    this.clock = clock;
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
      new AccessReviewInstance(id, definition, occurrence, scope).persist();
    }
    var started = scopes.isEmpty() ? groups.start(definition, occurrence) : scopes.size();
    definition.occurrenceStarted(
        started > 0 ? Set.of(ReviewStatus.Initializing) : Set.of(),
        ReviewedKind.of(definition.scope(), directory));
  }

  /** The occurrence gets one instance, which has failed; the series goes on with the next one. */
  @Override
  public boolean giveUp(UUID id) {
    var definition = AccessReviewScheduleDefinition.lockedUnchecked(id);
    var scope = definition.scope();
    var instance =
        new AccessReviewInstance(
            definition.isOneTime() ? id : UUID.randomUUID(),
            definition,
            definition.nextOccurrence(),
            new InstanceScope(InstanceScope.query(scope), scope));
    instance.fail(LifeCycleError.couldNotGoOn(clock.instant()));
    instance.persistAndFlush();
    ended.fire(new InstancesEnded(List.of(instance.id())));
    definition.occurrenceStarted(Set.of(ReviewStatus.Failed), ReviewedKind.of(scope, directory));
    return true;
  }
}
