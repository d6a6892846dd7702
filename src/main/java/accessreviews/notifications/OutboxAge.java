package accessreviews.notifications;

import accessreviews.platform.Backlog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** The notifications that wait to be sent. */
@ApplicationScoped
class OutboxAge implements Backlog {
  private static final String WAITING = "from notice where state = 'waiting'";

  private final Session database;

  OutboxAge(Session database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public String description() {
    return "Notifications that wait to be sent";
  }

  @Override
  public Waiting count() {
    return new Waiting(
        database
            .createNativeQuery(
                "select count(*) from (select " + WAITING + " limit " + MOST + ") one", Long.class)
            .getSingleResult(),
        database
            .createNativeQuery(
                "select created_date_time " + WAITING + " order by id limit 1", Instant.class)
            .uniqueResult());
  }
}
