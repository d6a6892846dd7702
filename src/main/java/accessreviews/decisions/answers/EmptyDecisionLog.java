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
  /** The log refuses to be truncated; its owner can switch the refusal off. */
  private static final String EMPTY =
      """
      alter table access_review_decision_log
        disable trigger access_review_decision_log_stays_whole;
      truncate access_review_decision_log;
      alter table access_review_decision_log
        enable trigger access_review_decision_log_stays_whole""";

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
      database.createNativeMutationQuery(EMPTY).executeUpdate();
    }
  }
}
