package accessreviews.decisions.reviewers;

import accessreviews.decisions.items.Route;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.Session;

/**
 * The numbers of items on each list of reviewers of an instance. They are counted when items are
 * created or routed, and not by each request (docs/adr/0008).
 */
@ApplicationScoped
public class ItemCounts {
  private static final Sql COUNT = Sql.file("decisions/reviewers/count-items");
  private static final Sql READ = Sql.file("decisions/reviewers/read-item-counts");

  private final Session database;

  ItemCounts(Session database) {
    this.database = database;
  }

  /** Counts the items of {@code instances} again, after they were created or routed. */
  public void take(Instances instances) {
    BulkStatement.of(COUNT).with(instances.parameters()).execute(database);
  }

  /** The number of items of an instance; empty if they were not counted. */
  public OptionalLong of(UUID instance) {
    return sum(instance, list -> true);
  }

  /** The number of items of an instance on {@code lists}; empty if they were not counted. */
  public OptionalLong of(UUID instance, Collection<ReviewerList> lists) {
    return sum(instance, lists::contains);
  }

  private OptionalLong sum(UUID instance, Predicate<ReviewerList> counts) {
    var counted =
        BulkStatement.of(READ)
            .with("instance", instance)
            .query(database, Tuple.class)
            .getResultList();
    return counted.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            counted.stream()
                .filter(row -> counts.test(list(row)))
                .mapToLong(row -> row.get("items", Long.class))
                .sum());
  }

  private static ReviewerList list(Tuple row) {
    return new ReviewerList(
        row.get("stage", String.class), Route.valueOf(row.get("route", String.class)));
  }
}
