package accessreviews.decisions.reviewers;

import accessreviews.decisions.items.Route;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;

/**
 * A list of reviewers in an instance that somebody is on.
 *
 * @param stage empty where the instance has none
 */
@RegisterForReflection // made by Hibernate
public record ReviewerList(String stage, Route route) {
  /** Those of {@code instance} that {@code user} is on. */
  public static List<ReviewerList> of(Session database, UUID instance, UUID user) {
    return database
        .createQuery(
            """
            select r.key.stage, r.listed from Reviewer r
            where r.key.instanceId = :instance and r.key.userId = :user and r.contacted
              and r.listed is not null""",
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

  /** Those of all instances that {@code user} is on, {@code most} of them. */
  public static List<OfInstance> everywhere(Session database, UUID user, int most) {
    return database
        .createQuery(
            """
            select r.key.stage, r.listed, r.key.instanceId from Reviewer r
            where r.key.userId = :user and r.contacted and r.listed is not null""",
            OfInstance.class)
        .setParameter("user", user)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * In SQL, the items {@code d} of {@code :caller}, who is on {@code lists}: nothing but what the
   * indexes of items know, however many items there are.
   */
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
