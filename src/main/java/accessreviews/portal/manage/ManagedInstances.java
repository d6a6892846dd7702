package accessreviews.portal.manage;

import accessreviews.decisions.items.ApplyResult;
import accessreviews.decisions.items.Decision;
import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.reads.Condition;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What the pages say of instances; callers check before that they reach them. */
@ApplicationScoped
class ManagedInstances {
  static final int PAGE = 100;
  static final int MOST_REVIEWERS = 200;
  private static final Sql PROGRESS = Sql.file("portal/manage/progress");
  private static final Sql REVIEWERS = Sql.file("portal/manage/reviewers");
  private static final String ITEMS = "from AccessReviewInstanceDecisionItem e where ";

  private final Session database;

  ManagedInstances(Session database) {
    this.database = database;
  }

  /** One instance of a series. */
  @RegisterForReflection // made by Hibernate
  record One(UUID id, ReviewStatus status, Instant start, @Nullable Instant end) {}

  /** How much of an instance is answered. */
  record Progress(long answered, long items) {
    static final Progress NONE = new Progress(0, 0);

    /** The end of the bar, which cannot be 0. */
    long max() {
      return Math.max(1, items);
    }
  }

  /** A reviewer, with the number of their items and of those without an answer. */
  record Asked(String name, long items, long open) {}

  /** An item with what was decided and what came of it. */
  @RegisterForReflection // made by Hibernate
  record Item(
      UUID id,
      String principal,
      String resource,
      Decision decision,
      String justification,
      ApplyResult result) {}

  /** At most one more than {@link #PAGE} instances of a series, the newest first. */
  List<One> of(UUID series, @Nullable UUID after) {
    var later =
        after == null
            ? Condition.ALWAYS
            : Condition.of(
                """
                e.startDateTime < (
                    select a.startDateTime from AccessReviewInstance a where a.id = :after)
                  or e.startDateTime = (
                    select a.startDateTime from AccessReviewInstance a where a.id = :after)
                    and e.id < :after""",
                "after",
                after);
    var all = Condition.of("e.definition.id = :series", "series", series).and(later);
    var query =
        database
            .createSelectionQuery(
                "select e.id, e.status, e.startDateTime, e.endDateTime from AccessReviewInstance e"
                    + " where "
                    + all.hql()
                    + " order by e.startDateTime desc, e.id desc",
                One.class)
            .setMaxResults(PAGE + 1);
    all.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  /** The progress of {@code instances}; those without items are not among them. */
  Map<UUID, Progress> progress(Collection<UUID> instances) {
    var progress = new HashMap<UUID, Progress>();
    BulkStatement.of(PROGRESS)
        .with("instances", instances.toArray(UUID[]::new))
        .query(database, Tuple.class)
        .addScalar("id", UUID.class)
        .addScalar("items", Long.class)
        .addScalar("answered", Long.class)
        .getResultList()
        .forEach(
            row ->
                progress.put(
                    row.get("id", UUID.class),
                    new Progress(row.get("answered", Long.class), row.get("items", Long.class))));
    return progress;
  }

  /** Who reviews an instance, those with most open items first. */
  List<Asked> reviewers(InstanceKey key) {
    return BulkStatement.of(REVIEWERS)
        .with("instance", key.instance())
        .with("most", MOST_REVIEWERS + 1)
        .query(database, Tuple.class)
        .addScalar("name", String.class)
        .addScalar("items", Long.class)
        .addScalar("open", Long.class)
        .getResultStream()
        .map(
            row ->
                new Asked(
                    row.get("name", String.class),
                    row.get("items", Long.class),
                    row.get("open", Long.class)))
        .toList();
  }

  /** At most one more than {@link #PAGE} items that fulfil {@code condition}, by their ids. */
  List<Item> items(Condition condition, @Nullable UUID after) {
    var all =
        after == null ? condition : condition.and(Condition.of("e.id > :after", "after", after));
    var query =
        database
            .createSelectionQuery(
                """
                select e.id, coalesce(e.principalName, e.principalUserName, ''),
                  coalesce(e.resourceName, ''), e.decision, e.justification, e.applyResult\s"""
                    + ITEMS
                    + all.hql()
                    + " order by e.id",
                Item.class)
            .setMaxResults(PAGE + 1);
    all.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  /** How many items fulfil {@code condition}. */
  long count(Condition condition) {
    var query =
        database.createSelectionQuery("select count(*) " + ITEMS + condition.hql(), Long.class);
    condition.parameters().forEach(query::setParameter);
    return query.getSingleResult();
  }
}
