package accessreviews.evidence.log;

import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/** Begins another log, with another origin, when the emulator empties the service. */
@ApplicationScoped
class EmptyEvidence {
  private final Session database;

  EmptyEvidence(Session database) {
    this.database = database;
  }

  void onEmptied(@Observes StateEmptied emptied) {
    database.createNativeQuery("select evidence_begin_anew()", Boolean.class).getSingleResult();
  }
}
