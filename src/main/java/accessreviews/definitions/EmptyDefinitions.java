package accessreviews.definitions;

import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** All series go when the emulator empties the service; what belongs to them goes with them. */
@ApplicationScoped
class EmptyDefinitions {
  void onEmptied(@Observes StateEmptied emptied) {
    AccessReviewScheduleDefinition.deleteAll();
  }
}
