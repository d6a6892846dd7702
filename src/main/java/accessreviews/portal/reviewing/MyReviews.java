package accessreviews.portal.reviewing;

import accessreviews.decisions.AllDecisions;
import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.AccessReviewInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The instances in which somebody reviews items. */
@ApplicationScoped
class MyReviews {
  /** As many as a page shows. */
  private static final int MOST = 100;

  private final Session database;

  MyReviews(Session database) {
    this.database = database;
  }

  /**
   * What somebody reviews in one instance.
   *
   * @param others how many items are about other people
   * @param first the name of a resource, which is {@code last} if there is only one
   */
  @RegisterForReflection // made by Hibernate
  record Share(
      UUID instance,
      long all,
      long answered,
      long others,
      @Nullable String first,
      @Nullable String last) {
    /** The name of the only resource; null if there are several. */
    @Nullable String resource() {
      return first != null && first.equals(last) ? first : null;
    }
  }

  /** An instance, and somebody's share of it. */
  record Mine(AccessReviewInstance instance, Share share) {
    boolean isOpen() {
      return instance.status() == ReviewStatus.InProgress;
    }
  }

  /** Those of {@code user}: open ones by their end, then the others, the latest first. */
  List<Mine> of(UUID user) {
    var shares = shares(user);
    var instances = instances(shares.keySet().stream().toList());
    var ends =
        Comparator.comparing(
            (Mine mine) -> mine.instance().endDateTime(),
            Comparator.nullsLast(Comparator.naturalOrder()));
    return instances.stream()
        .map(instance -> new Mine(instance, Objects.requireNonNull(shares.get(instance.id()))))
        .sorted(
            Comparator.comparing((Mine mine) -> !mine.isOpen())
                .thenComparing(
                    (one, other) ->
                        one.isOpen() ? ends.compare(one, other) : ends.compare(other, one)))
        .toList();
  }

  private Map<UUID, Share> shares(UUID user) {
    var own = AllDecisions.own(database, user);
    var query =
        database
            .createQuery(
                """
                select e.instance.id, count(*),
                  sum(case when e.decision <> accessreviews.decisions.items.Decision.NotReviewed
                    then 1 else 0 end),
                  sum(case when e.principalId <> :me then 1 else 0 end),
                  min(e.resourceName), max(e.resourceName)
                from AccessReviewInstanceDecisionItem e
                where e.instance.definition is not null and (%s)
                group by e.instance.id"""
                    .formatted(own.hql()),
                Share.class)
            .setParameter("me", user);
    own.parameters().forEach(query::setParameter);
    return query.getResultStream().collect(Collectors.toMap(Share::instance, Function.identity()));
  }

  private List<AccessReviewInstance> instances(List<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : database
            .createQuery(
                """
                select i from AccessReviewInstance i join fetch i.definition
                where i.id in :ids
                order by i.endDateTime desc nulls first, i.id""",
                AccessReviewInstance.class)
            .setParameter("ids", ids)
            .setMaxResults(MOST)
            .getResultList();
  }
}
