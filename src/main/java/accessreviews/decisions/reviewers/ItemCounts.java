package accessreviews.decisions.reviewers;

import accessreviews.decisions.items.Route;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.Session;

/**
 * How many items of an instance are on which list of reviewers, counted when they are routed and
 * not whenever somebody asks (docs/adr/0008): a million items take as long to count as to read.
 */
@ApplicationScoped
public class ItemCounts {
  private final Session database;

  ItemCounts(Session database) {
    this.database = database;
  }

  /** Counts anew what {@code instances} have, whose items were written or have other reviewers. */
  public void take(Instances instances) {
    BulkStatement.of(
            """
            with counted as (
              select d.instance_id, d.stage, d.route, count(*) as items
              from access_review_decision_item d where d.instance_id = any(:instances)
              group by d.instance_id, d.stage, d.route),
            gone as (
              delete from access_review_item_count c
              where c.instance_id = any(:instances)
                and (c.instance_id, c.stage, c.route) not in (
                  select instance_id, stage, route from counted))
            insert into access_review_item_count (instance_id, stage, route, items)
            select instance_id, stage, route, items from counted
            on conflict (instance_id, stage, route) do update set items = excluded.items""")
        .with(instances.parameters())
        .execute(database);
  }

  /** How many items an instance has; empty where they were not counted. */
  public OptionalLong of(UUID instance) {
    return sum(instance, list -> true);
  }

  /** How many items of an instance are on {@code lists}; empty where they were not counted. */
  public OptionalLong of(UUID instance, Collection<ReviewerList> lists) {
    return sum(instance, lists::contains);
  }

  private OptionalLong sum(UUID instance, Predicate<ReviewerList> counts) {
    var counted =
        database
            .createNativeQuery(
                """
                select stage, route, items from access_review_item_count
                where instance_id = :instance""",
                Tuple.class)
            .setParameter("instance", instance)
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
