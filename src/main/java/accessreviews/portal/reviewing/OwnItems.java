package accessreviews.portal.reviewing;

import accessreviews.decisions.DecisionsInReach;
import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.decisions.items.Decision;
import accessreviews.decisions.items.Recommendation;
import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.reads.Condition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

/** The items of one instance that somebody reviews: those that are worth a look come first. */
@ApplicationScoped
class OwnItems {
  /** The rows of a page. */
  static final int PAGE = 100;

  /** Counts end here, so that a page of a million items costs no more than one of a few. */
  static final int MOST_COUNTED = 10_000;

  private static final Pattern PLACE =
      Pattern.compile("([0-9])\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final String FROM = " from AccessReviewInstanceDecisionItem e where ";

  private final Session database;
  private final DecisionsInReach inReach;

  OwnItems(Session database, DecisionsInReach inReach) {
    this.database = database;
    this.inReach = inReach;
  }

  /** A page, and the place after which the next one begins; null if there is none. */
  record Page(List<AccessReviewInstanceDecisionItem> items, @Nullable String next) {}

  /** An instance, and the items of it that somebody reviews. */
  record Review(AccessReviewInstance instance, InstanceKey key, Condition own) {}

  /** The instance {@code id}; refuses one in which {@code access} reviews nothing. */
  Review review(UUID id, Access access) {
    var instance =
        database
            .createQuery(
                """
                select i from AccessReviewInstance i join fetch i.definition where i.id = :id""",
                AccessReviewInstance.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> access.unreachable(id));
    var key = new InstanceKey(instance.definitionId(), instance.id());
    var own = inReach.ownItems(key, access.caller());
    if (count(own, 1) == 0) {
      throw access.unreachable(id);
    }
    return new Review(instance, key, own);
  }

  /** The page after the place {@code after}; the first one where that is no place. */
  Page page(Condition items, @Nullable String after) {
    var place = PLACE.matcher(after == null ? "" : after);
    var wanted =
        place.matches()
            ? items.and(
                new Condition(
                    "(e.attention, e.id) > (:attention, :afterId)",
                    Map.of(
                        "attention",
                        Short.valueOf(place.group(1)),
                        "afterId",
                        UUID.fromString(place.group(2)))))
            : items;
    var found =
        with(
                wanted,
                database.createQuery(
                    "select e" + FROM + wanted.hql() + " order by e.attention, e.id",
                    AccessReviewInstanceDecisionItem.class))
            .setMaxResults(PAGE + 1)
            .setReadOnly(true)
            .getResultList();
    if (found.size() <= PAGE) {
      return new Page(found, null);
    }
    var last = found.get(PAGE - 1);
    return new Page(found.subList(0, PAGE), last.attention() + "." + last.id());
  }

  /** The number of {@code items}; at most {@code most} are counted. */
  long count(Condition items, int most) {
    var counted =
        database.createQuery(
            "select count(*) from (select e.id as id"
                + FROM
                + items.hql()
                + " order by e.attention, e.id limit :most) counted",
            Long.class);
    return with(items, counted).setParameter("most", most).getSingleResult();
  }

  /** How many of the open {@code items} have which recommendation. */
  Map<Recommendation, Long> recommended(Condition items) {
    var open =
        items.and(Condition.of("e.decision = :undecided", "undecided", Decision.NotReviewed));
    var numbers = new EnumMap<Recommendation, Long>(Recommendation.class);
    with(
            open,
            database.createQuery(
                "select e.recommendation, count(*)"
                    + FROM
                    + open.hql()
                    + " group by e.recommendation",
                Recommended.class))
        .getResultList()
        .forEach(one -> numbers.put(one.recommendation(), one.items()));
    return numbers;
  }

  /** How many items have a recommendation. */
  @RegisterForReflection // made by Hibernate
  record Recommended(Recommendation recommendation, long items) {}

  private static <T> Query<T> with(Condition condition, Query<T> query) {
    condition.parameters().forEach(query::setParameter);
    return query;
  }
}
