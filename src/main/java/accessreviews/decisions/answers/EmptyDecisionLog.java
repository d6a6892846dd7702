package accessreviews.decisions.answers;

import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/**
 * Begins a new decision log when the emulator empties the service; nothing else ever deletes from
 * the log.
 */
@ApplicationScoped
class EmptyDecisionLog {
  private final Session database;

  EmptyDecisionLog(Session database) {
    this.database = database;
  }

  void onEmptied(@Observes StateEmptied emptied) {
    var written =
        database
            .createNativeQuery(
                "select exists (select from access_review_decision_log)", Boolean.class)
            .getSingleResult();
    if (written) { // to truncate an empty table takes longer than to look
      database.createNativeMutationQuery("truncate access_review_decision_log").executeUpdate();
    }
  }
}
