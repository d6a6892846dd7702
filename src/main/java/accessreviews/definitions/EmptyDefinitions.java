package accessreviews.definitions;

import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Deletes all series and everything below them when the emulator empties the service. */
@ApplicationScoped
class EmptyDefinitions {
  void onEmptied(@Observes StateEmptied emptied) {
    AccessReviewScheduleDefinition.deleteAll();
  }
}
