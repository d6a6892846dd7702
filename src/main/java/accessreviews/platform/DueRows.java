package accessreviews.platform;

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
  /** A row that is due at {@code at}. It and its series are locked for this transaction. */
  record Claim(UUID id, UUID series, Instant at) {}

  /** The earliest instant at which one is due. */
  Optional<Instant> earliest() {
    return session()
        .createNativeQuery(
            "select min(due.%2$s) from %1$s due where %3$s".formatted(table, column, condition),
            Instant.class)
        .uniqueResultOptional();
  }

  /** The earliest instant at which one of {@code ofSeries} is due. */
  Optional<Instant> earliest(UUID ofSeries) {
    return session()
        .createNativeQuery(
            "select min(due.%2$s) from %1$s due %4$s where %3$s and series.id = :series"
                .formatted(table, column, condition, series),
            Instant.class)
        .setParameter("series", ofSeries)
        .uniqueResultOptional();
  }

  /**
   * Locks the row that is due first by {@code instant}, and its series, out of those that nobody
   * else has locked and whose series is not in {@code passedOver}.
   */
  Optional<Claim> claim(Instant instant, Collection<UUID> passedOver) {
    return session()
        .createNativeQuery(
            """
            select due.id as id, series.id as series, due.%2$s as at from %1$s due %4$s
            where %3$s and due.%2$s <= :instant and series.id <> all(:passedOver)
            order by due.%2$s, due.id
            limit 1
            for update of due, series skip locked
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

  /** The row that {@code claim} holds. */
  T read(Claim claim) {
    return session().find(entity, claim.id());
  }

  private static Session session() {
    return Panache.getEntityManager().unwrap(Session.class);
  }
}
