package accessreviews.platform.due;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The rows of a table to which something happens at the instant in one of their columns. All texts
 * are SQL and constants of the code, never input; in them the row is {@code due} and the series
 * that it belongs to {@code series}.
 *
 * @param condition which rows wait for their instant; a partial index on the column covers it
 * @param series joins the series
 */
public record DueRows<T>(
    Class<T> entity, String table, String column, String condition, String series) {
  /** A row that is due at {@code at}. Its series is locked for this transaction. */
  record Claim(UUID id, UUID series, Instant at) {}

  /**
   * The earliest instant at which one is due where {@code condition} holds, beside {@code kind}.
   */
  String earliest(int kind, String condition) {
    return "select %d as kind, min(due.%s) as at from %s due %s where %s %s"
        .formatted(
            kind, column, table, condition.isEmpty() ? "" : series, this.condition, condition);
  }

  /**
   * Locks the series of the row that is due first by {@code instant}, out of those that nobody else
   * has locked and that are not in {@code passedOver}. Nothing but the series is locked: several
   * rows of it may change together.
   */
  Optional<Claim> claim(Instant instant, Collection<UUID> passedOver) {
    return session()
        .createNativeQuery(
            """
            select due.id as id, series.id as series, due.%2$s as at from %1$s due %4$s
            where %3$s and due.%2$s <= :instant and series.id <> all(:passedOver)
            order by due.%2$s, due.id
            limit 1
            for update of series skip locked
            """
                .formatted(table, column, condition, series),
            Tuple.class)
        .addScalar("id", UUID.class)
        .addScalar("series", UUID.class)
        .addScalar("at", Instant.class)
        .setParameter("instant", instant)
        .setParameter("passedOver", passedOver.toArray(UUID[]::new))
        .uniqueResultOptional()
        .map(
            row ->
                new Claim(
                    row.get("id", UUID.class),
                    row.get("series", UUID.class),
                    row.get("at", Instant.class)));
  }

  /** The row of {@code claim}, unless somebody was at it before its series was locked. */
  Optional<T> read(Claim claim) {
    return session()
        .createNativeQuery(
            "select due.* from %s due where due.id = :id and %s and due.%s = :at"
                .formatted(table, condition, column),
            entity)
        .setParameter("id", claim.id())
        .setParameter("at", claim.at())
        .uniqueResultOptional();
  }

  private static Session session() {
    return Panache.getEntityManager().unwrap(Session.class);
  }
}
