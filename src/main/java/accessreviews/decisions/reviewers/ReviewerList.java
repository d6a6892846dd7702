package accessreviews.decisions.reviewers;

import accessreviews.decisions.items.Route;
import accessreviews.odata.reads.Condition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;

/**
 * A list of reviewers in an instance.
 *
 * @param stage empty in instances without stages
 */
@RegisterForReflection // made by Hibernate
public record ReviewerList(String stage, Route route) {
  /** The lists of {@code instance} that {@code user} is on. */
  public static List<ReviewerList> of(Session database, UUID instance, UUID user) {
    return database
        .createQuery(
            """
            select r.key.stage, r.route from AskedReviewer r
            where r.key.instanceId = :instance and r.key.userId = :user
              and r.route is not null""",
            ReviewerList.class)
        .setParameter("instance", instance)
        .setParameter("user", user)
        .getResultList();
  }

  /** A list of one instance. */
  @RegisterForReflection // made by Hibernate
  public record OfInstance(ReviewerList list, UUID instance) {
    public OfInstance(String stage, Route route, UUID instance) {
      this(new ReviewerList(stage, route), instance);
    }
  }

  /** The lists of all instances that {@code user} is on, at most {@code most} of them. */
  public static List<OfInstance> everywhere(Session database, UUID user, int most) {
    return database
        .createQuery(
            """
            select r.key.stage, r.route, r.key.instanceId from AskedReviewer r
            where r.key.userId = :user and r.route is not null""",
            OfInstance.class)
        .setParameter("user", user)
        .setMaxResults(most)
        .getResultList();
  }

  /** Items that {@code user} reviews alone; {@code path} leads to them, such as {@code e.}. */
  public static Condition own(String path, UUID user) {
    return Condition.of(path + "reviewerId = :reviewer", "reviewer", user);
  }

  /** Items on this list; the stage is the value of {@code parameter}. */
  public Condition items(String path, String parameter) {
    return Condition.of(path + "stage = :" + parameter, parameter, stage).and(routed(path));
  }

  /**
   * Items of its stage that are on this list. The route is a constant: an index of the items on one
   * list is of use to the database only then.
   */
  public Condition routed(String path) {
    return new Condition("%sroute = %s.%s".formatted(path, Route.class.getName(), route), Map.of());
  }

  /** In SQL, items {@code d} that {@code :caller}, who is on {@code lists}, reviews. */
  public static String itemsOf(List<ReviewerList> lists) {
    var items = new StringJoiner(" or ", "(", ")").add("d.reviewer_id = :caller");
    for (var i = 0; i < lists.size(); i++) {
      items.add("d.stage = :list%d and d.route = '%s'".formatted(i, lists.get(i).route()));
    }
    return items.toString();
  }

  /** The parameters of {@link #itemsOf}. */
  public static Map<String, Object> parameters(List<ReviewerList> lists) {
    return IntStream.range(0, lists.size())
        .boxed()
        .collect(Collectors.toMap(i -> "list" + i, i -> lists.get(i).stage()));
  }
}
