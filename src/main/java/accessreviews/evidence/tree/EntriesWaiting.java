package accessreviews.evidence.tree;

import accessreviews.platform.Backlog;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The entries that wait for their place in the tree. */
@ApplicationScoped
class EntriesWaiting implements Backlog {
  /** The rows that are counted; of more, metrics say so many. */
  private static final int MOST = 10_000;

  private static final Sql COUNT = Sql.file("evidence/tree/count-waiting");

  private final Session database;

  EntriesWaiting(Session database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public String description() {
    return "Entries of the evidence log that have no place in the tree yet";
  }

  @Override
  public List<Waiting> count() {
    var row =
        BulkStatement.of(COUNT)
            .with("most", MOST)
            .query(database, Tuple.class)
            .addScalar("entries", Long.class)
            .addScalar("since", Instant.class)
            .getSingleResult();
    return List.of(
        new Waiting(Tags.empty(), row.get("entries", Long.class), row.get("since", Instant.class)));
  }
}
