package accessreviews.evidence.log;

import accessreviews.platform.StateEmptied;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/** Begins another log, with another origin, when the emulator empties the service. */
@ApplicationScoped
class EmptyEvidence {
  private static final Sql RESET = Sql.file("evidence/log/reset");

  private final Session database;

  EmptyEvidence(Session database) {
    this.database = database;
  }

  void onEmptied(@Observes StateEmptied emptied) {
    BulkStatement.of(RESET).execute(database);
  }
}
