package accessreviews.portal.manage;

import accessreviews.definitions.DefinitionType;
import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.notifications.outbox.Notices;
import accessreviews.odata.reads.Condition;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The series that a caller may list, the newest first, with what the pages say of each. */
@ApplicationScoped
class ManagedSeries {
  static final int PAGE = 50;
  private static final Sql FACTS = Sql.file("portal/manage/series-facts");
  private static final String SELECT =
      """
      select e.id, coalesce(e.displayName, ''), e.status, e.createdDateTime
      from AccessReviewScheduleDefinition e where\s""";

  private final Session database;
  private final Notices notices;
  private final Caller caller;

  ManagedSeries(Session database, Notices notices, Caller caller) {
    this.database = database;
    this.notices = notices;
    this.caller = caller;
  }

  /** One series. */
  @RegisterForReflection // made by Hibernate
  record One(UUID id, String name, ReviewStatus status, Instant created) {}

  /**
   * What is known of a series beside itself.
   *
   * @param items of the instances that run
   * @param held how many instances wait for a confirmation
   * @param failed how many notices could not be sent; 0 where the caller may not know
   */
  record Facts(@Nullable Instant nextStart, long items, long answered, long held, long failed) {}

  /** At most one more than {@link #PAGE} series after {@code after}. */
  List<One> after(@Nullable UUID after, Access access) {
    var visible = DefinitionType.within(access).visible();
    var later =
        after == null
            ? Condition.ALWAYS
            : new Condition(
                """
                e.createdDateTime < (
                    select a.createdDateTime from AccessReviewScheduleDefinition a
                    where a.id = :after)
                  or e.createdDateTime = (
                    select a.createdDateTime from AccessReviewScheduleDefinition a
                    where a.id = :after) and e.id < :after""",
                Map.of("after", after));
    return found(visible.and(later), " order by e.createdDateTime desc, e.id desc", PAGE + 1);
  }

  /** The series {@code id}; refuses one that {@code access} does not reach. */
  One required(UUID id, Access access) {
    var found =
        DefinitionType.within(access).visible().and(Condition.of("e.id = :series", "series", id));
    return found(found, "", 1).stream().findFirst().orElseThrow(() -> access.unreachable(id));
  }

  private List<One> found(Condition condition, String order, int most) {
    var all = condition.hql().isEmpty() ? "1 = 1" : condition.hql();
    var query = database.createSelectionQuery(SELECT + all + order, One.class).setMaxResults(most);
    condition.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  /** What is known of {@code series}. */
  Map<UUID, Facts> facts(List<UUID> series) {
    var failed = writing().map(access -> notices.failed(access, series)).orElse(Map.of());
    var facts = new HashMap<UUID, Facts>();
    BulkStatement.of(FACTS)
        .with("series", series.toArray(UUID[]::new))
        .query(database, Tuple.class)
        .addScalar("id", UUID.class)
        .addScalar("next_start", Instant.class)
        .addScalar("items", Long.class)
        .addScalar("answered", Long.class)
        .addScalar("instances", Long.class)
        .getResultList()
        .forEach(
            row -> {
              var id = row.get("id", UUID.class);
              facts.put(
                  id,
                  new Facts(
                      row.get("next_start", Instant.class),
                      row.get("items", Long.class),
                      row.get("answered", Long.class),
                      row.get("instances", Long.class),
                      failed.getOrDefault(id, 0L)));
            });
    return facts;
  }

  /** Whether the caller may change the series {@code id}. */
  boolean mayWrite(UUID id) {
    return writing()
        .filter(
            access -> {
              var reached = Condition.of("e.id = :series", "series", id);
              return !found(DefinitionType.within(access).visible().and(reached), "", 1).isEmpty();
            })
        .isPresent();
  }

  /** What the caller may write; empty for those who write nothing. */
  private Optional<Access> writing() {
    try {
      return Optional.of(caller.may(Privilege.WRITE));
    } catch (Refused notAllowed) {
      return Optional.empty();
    }
  }
}
