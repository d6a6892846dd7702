package accessreviews.notifications.outbox;

import static java.util.stream.Collectors.toMap;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.identity.Access;
import accessreviews.odata.reads.Condition;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The notices of the series within a caller's reach. */
@ApplicationScoped
public class Notices {
  private static final Sql RETRY = Sql.file("notifications/outbox/retry");
  private static final String FIND =
      "select n from %s e join Notice n on n.definitionId = e.id where n.id %s :id"
          .formatted(AccessReviewScheduleDefinition.class.getSimpleName(), "%s");

  private static final String COUNT_FAILED =
      "select n.definitionId, count(*) from %s e join Notice n on n.definitionId = e.id where n.state = 'failed' and n.definitionId in :series"
          .formatted(AccessReviewScheduleDefinition.class.getSimpleName());

  private final Session database;
  private final InstantSource clock;

  Notices(Session database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The first {@code most} behind {@code after}: of one state, or of all. */
  @Transactional
  List<Notice> list(Access access, @Nullable String state, long after, int most) {
    var condition = access.notAsReviewer("e.");
    var query =
        database
            .createSelectionQuery(
                FIND.formatted(">")
                    + and(condition)
                    + (state == null ? "" : " and n.state = :state")
                    + " order by n.id",
                Notice.class)
            .setParameter("id", after)
            .setMaxResults(most);
    condition.parameters().forEach(query::setParameter);
    if (state != null) {
      query.setParameter("state", state);
    }
    return query.getResultList();
  }

  /** How many notices of each of {@code series} could not be sent, where {@code access} reaches. */
  @Transactional
  public Map<UUID, Long> failed(Access access, List<UUID> series) {
    var condition = access.notAsReviewer("e.");
    var query =
        database
            .createSelectionQuery(
                COUNT_FAILED + and(condition) + " group by n.definitionId", Object[].class)
            .setParameter("series", series);
    condition.parameters().forEach(query::setParameter);
    return query.getResultStream().collect(toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  /** Lets a failed notice, and those that were in one mail with it, be sent again at once. */
  @Transactional
  void retry(Access access, String text) {
    var id = id(text);
    var condition = access.notAsReviewer("e.");
    var query =
        database
            .createSelectionQuery(FIND.formatted("=") + and(condition), Notice.class)
            .setParameter("id", id);
    condition.parameters().forEach(query::setParameter);
    if (id == 0 || query.uniqueResultOptional().isEmpty()) {
      throw access.unreachable(text);
    }
    var retried =
        BulkStatement.of(RETRY).with("id", id).at("now", clock.instant()).execute(database);
    if (retried == 0) {
      throw new Refused(
          Refusal.NOTICE_NOT_FAILED,
          null,
          "The notice has not failed, or the same one is waiting to be sent.");
    }
  }

  private static String and(Condition condition) {
    return condition.hql().isEmpty() ? "" : " and (" + condition.hql() + ")";
  }

  /** 0 for what is no id. */
  private static long id(String text) {
    try {
      return text.length() <= 19 ? Math.max(0, Long.parseLong(text)) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
