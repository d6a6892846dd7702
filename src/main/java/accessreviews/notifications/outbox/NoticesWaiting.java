package accessreviews.notifications.outbox;

import accessreviews.platform.Backlog;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The notices that wait to be sent, by their kind and channel. */
@ApplicationScoped
class NoticesWaiting implements Backlog {
  /** The rows that are counted; of more, metrics say so many. */
  private static final int MOST = 100_000;

  private static final Sql COUNT = Sql.file("notifications/outbox/count-waiting");

  private final Session database;

  NoticesWaiting(Session database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public String description() {
    return "Notices that wait to be sent";
  }

  @Override
  public List<Waiting> count() {
    return BulkStatement.of(COUNT)
        .with("most", MOST)
        .query(database, Tuple.class)
        .addScalar("channel", String.class)
        .addScalar("kind", String.class)
        .addScalar("waiting", Long.class)
        .addScalar("oldest", Instant.class)
        .getResultStream()
        .map(
            row ->
                new Waiting(
                    NoticeMetrics.tags(
                        row.get("channel", String.class), row.get("kind", String.class)),
                    row.get("waiting", Long.class),
                    row.get("oldest", Instant.class)))
        .toList();
  }
}
