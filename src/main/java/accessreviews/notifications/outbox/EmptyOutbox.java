package accessreviews.notifications.outbox;

import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/** Empties the outbox when the emulator empties the service. */
@ApplicationScoped
class EmptyOutbox {
  private final Session database;

  EmptyOutbox(Session database) {
    this.database = database;
  }

  void onEmptied(@Observes StateEmptied emptied) {
    database.createNativeMutationQuery("truncate notice").executeUpdate();
  }
}
