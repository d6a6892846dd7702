package accessreviews.life;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.DefinitionChanged;
import accessreviews.definitions.DefinitionChanged.Change;
import accessreviews.identity.Access;
import accessreviews.platform.due.DueTransitions;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.UUID;

/** Stops a series: its running instances end now, and no more instances start. */
@ApplicationScoped
public class StopDefinition {
  private final UpdateTransaction transaction;
  private final DueTransitions transitions;
  private final StopInstance instances;
  private final Event<DefinitionChanged> changes;
  private final InstantSource clock;

  StopDefinition(
      UpdateTransaction transaction,
      DueTransitions transitions,
      StopInstance instances,
      Event<DefinitionChanged> changes,
      InstantSource clock) {
    this.transaction = transaction;
    this.transitions = transitions;
    this.instances = instances;
    this.changes = changes;
    this.clock = clock;
  }

  /** Stops the series {@code id} now. */
  public void stop(Access access, UUID id) {
    AccessReviewScheduleDefinition.required(id, access, LockModeType.NONE); // 404
    transaction.inTurn(
        id,
        () -> {
          transitions.settle(id); // an instance that is about to start is stopped, too
          return transaction.changeState(id, () -> stopNow(access, id));
        });
    transitions.settle(id);
  }

  private UUID stopNow(Access access, UUID id) {
    var definition =
        AccessReviewScheduleDefinition.required(id, access, LockModeType.PESSIMISTIC_WRITE);
    definition.stop();
    instances.stopRunning(id, clock.instant());
    Panache.flush();
    changes.fire(DefinitionChanged.of(Change.STOPPED, definition));
    return id;
  }
}
