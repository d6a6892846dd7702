package accessreviews.history;

import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Deletes all reports when the emulator empties the service. */
@ApplicationScoped
class EmptyHistories {
  void onEmptied(@Observes StateEmptied emptied) {
    AccessReviewHistoryDefinition.deleteAll();
  }
}
