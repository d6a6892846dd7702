package accessreviews.definitions;

import accessreviews.definitions.DefinitionChanged.Change;
import accessreviews.identity.Access;
import accessreviews.odata.IfMatch;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Deletes a series with all its instances, stages and decisions, in any status. */
@ApplicationScoped
public class DeleteDefinition {
  private final UpdateTransaction transaction;
  private final DeletedInstances deleted;
  private final Event<DefinitionChanged> changes;

  DeleteDefinition(
      UpdateTransaction transaction, DeletedInstances deleted, Event<DefinitionChanged> changes) {
    this.transaction = transaction;
    this.deleted = deleted;
    this.changes = changes;
  }

  /** Deletes the series {@code id} if {@code ifMatch} names its version, or none. */
  public void delete(Access access, UUID id, IfMatch ifMatch) {
    AccessReviewScheduleDefinition.required(id, access, LockModeType.NONE); // 404
    transaction.changeState(
        id,
        () -> {
          var definition =
              AccessReviewScheduleDefinition.required(id, access, LockModeType.PESSIMISTIC_WRITE);
          ifMatch.require(definition.version());
          changes.fire(DefinitionChanged.of(Change.DELETED, definition));
          deleted.detach(id);
          definition.delete();
          Panache.flush();
          return id;
        });
  }
}
