package accessreviews.definitions;

import accessreviews.platform.StateEmptied;
import accessreviews.platform.persistence.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/** Deletes all series and everything below them when the emulator empties the service. */
@ApplicationScoped
class EmptyDefinitions {
  private final Session database;

  EmptyDefinitions(Session database) {
    this.database = database;
  }

  void onEmptied(@Observes StateEmptied emptied) {
    AccessReviewScheduleDefinition.deleteAll();
    BulkStatement.of("delete from access_review_instance").execute(database); // detached ones
  }
}
