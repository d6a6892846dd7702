package accessreviews.notifications.outbox;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The mails that wait. A replica claims some, sends them outside any transaction, and says what
 * came of each. If it dies meanwhile, another one claims them when their lease is over.
 */
@ApplicationScoped
public class MailQueue {
  /** How many messages are claimed at once at most: claim-messages.sql expects so many. */
  public static final int MOST = 100;

  private static final Duration LEASE = Duration.ofMinutes(2);

  /** One replica claims at a time, so that all together keep the rate. */
  private static final String IN_TURN =
      "select count(*) from pg_advisory_xact_lock(hashtext('access_reviews.notices'))";

  private static final Sql ATTEMPTED = Sql.file("notifications/outbox/count-attempted");
  private static final Sql CLAIM = Sql.file("notifications/outbox/claim-messages");
  private static final Sql SETTLE = Sql.file("notifications/outbox/settle-claimed");
  private static final Sql PUT_BACK = Sql.file("notifications/outbox/put-back");
  private static final Sql EARLIEST = Sql.file("notifications/outbox/earliest-mail");
  private static final Sql SENT = Sql.file("notifications/outbox/record-sent");
  private static final Sql FAILED = Sql.file("notifications/outbox/record-failed");

  private final Session database;
  private final NoticesConfig config;
  private final InstantSource clock;
  private final NoticeMetrics metrics;

  MailQueue(Session database, NoticesConfig config, InstantSource clock, NoticeMetrics metrics) {
    this.database = database;
    this.config = config;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** A place in the order in which mails are due. */
  public record Place(Instant at, long id) {
    /** Before all others. */
    public static final Place FIRST = new Place(Instant.parse("0001-01-01T00:00:00Z"), 0);
  }

  /**
   * What was claimed.
   *
   * @param messages those that are to be sent, in the order in which they are due; fewer than were
   *     claimed where there is nothing to tell, or nobody to send it to
   * @param last where the last of them was; null if nothing was due
   */
  public record Claim(Set<Long> messages, @Nullable Place last) {}

  private record Ended(String kind, int count) {}

  /**
   * Claims up to {@link #MOST} messages that are due behind {@code after}, but no more than the
   * rate of all replicas allows. Their delivery has to begin within a minute.
   */
  public Claim claim(Place after) {
    var failed = new ArrayList<Ended>();
    var claim = QuarkusTransaction.requiringNew().call(() -> claim(after, failed));
    failed.forEach(one -> metrics.failed(NoticeMetrics.MAIL, one.kind(), one.count()));
    return claim;
  }

  private Claim claim(Place after, List<Ended> failed) {
    database.createNativeQuery(IN_TURN, Long.class).getSingleResult();
    var allowed = Math.min(MOST, allowed());
    var due = allowed > 0 ? due(after, allowed) : List.<Tuple>of();
    if (due.isEmpty()) {
      return new Claim(Set.of(), null);
    }
    var messages = new LinkedHashSet<Long>();
    due.forEach(row -> messages.add(row.get("message", Long.class)));
    messages.retainAll(settled(messages, failed));
    var last = due.getLast();
    return new Claim(
        messages, new Place(last.get("at", Instant.class), last.get("head", Long.class)));
  }

  private int allowed() {
    var attempted =
        BulkStatement.of(ATTEMPTED)
            .with("most", config.perMinute())
            .query(database, Long.class)
            .getSingleResult();
    return config.perMinute() - Math.toIntExact(attempted);
  }

  private List<Tuple> due(Place after, int most) {
    return BulkStatement.of(CLAIM)
        .at("now", clock.instant())
        .at("after", after.at())
        .with("after_id", after.id())
        .with("digest", config.digest().isPositive())
        .with("lease", LEASE.toSeconds())
        .with("most", most)
        .query(database, Tuple.class)
        .addScalar("message", Long.class)
        .addScalar("at", Instant.class)
        .addScalar("head", Long.class)
        .getResultList();
  }

  private Set<Long> settled(Set<Long> claimed, List<Ended> failed) {
    var left = new HashSet<Long>();
    for (var row :
        BulkStatement.of(SETTLE)
            .with("messages", claimed.toArray(Long[]::new))
            .with("finished", config.remindFinished())
            .query(database, Tuple.class)
            .getResultList()) {
      if (row.get("left_to_send", Long.class) > 0) {
        left.add(row.get("message", Long.class));
      }
      failed.add(ended(row, "failed"));
    }
    return left;
  }

  private static Ended ended(Tuple row, String count) {
    return new Ended(row.get("kind", String.class), Math.toIntExact(row.get(count, Long.class)));
  }

  /** Claimed messages that were not attempted wait as before. */
  public void putBack(Collection<Long> messages) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                BulkStatement.of(PUT_BACK)
                    .with("messages", messages.toArray(Long[]::new))
                    .execute(database));
  }

  /** When the next mail is due, if one is by {@code until}. */
  public Optional<Instant> earliest(Instant until) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                BulkStatement.of(EARLIEST)
                    .at("until", until)
                    .query(database, Instant.class)
                    .uniqueResultOptional());
  }

  /** {@code message} was handed over, under {@code messageId}. */
  public void sent(long message, String messageId) {
    record(BulkStatement.of(SENT).with("header", messageId), message)
        .forEach(one -> metrics.sent(NoticeMetrics.MAIL, one.kind(), one.count()));
  }

  /**
   * {@code message} was not handed over. It is tried again for a day, with growing pauses, unless
   * it was refused for good.
   */
  public void failed(long message, String failure, boolean permanent) {
    record(BulkStatement.of(FAILED).with("failure", failure).with("permanent", permanent), message)
        .forEach(one -> metrics.failed(NoticeMetrics.MAIL, one.kind(), one.count()));
  }

  private List<Ended> record(BulkStatement statement, long message) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                statement
                    .with("message", message)
                    .at("now", clock.instant())
                    .query(database, Tuple.class)
                    .getResultStream()
                    .map(row -> ended(row, "rows"))
                    .toList());
  }
}
