package accessreviews.platform.due;

import accessreviews.platform.persistence.TimeLimits;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * A table whose rows have a due instant in one column. All texts are SQL and constants of the code,
 * never input. Their alias for the row is {@code due}, and for its series {@code series}.
 *
 * @param condition the rows that wait for their instant; a partial index on the column covers it
 * @param series the join of the series
 */
public record DueRows<T>(
    Class<T> entity, String table, String column, String condition, String series) {
  /** A row that is due at {@code at}. Its series is locked for this transaction. */
  record Claim(UUID id, UUID series, Instant at) {}

  /**
   * The SQL for the earliest due instant of the rows that fulfil {@code condition}, and the number
   * {@code kind}.
   */
  String earliest(int kind, String condition) {
    return "select %d as kind, min(due.%s) as at from %s due %s where %s %s"
        .formatted(
            kind, column, table, condition.isEmpty() ? "" : series, this.condition, condition);
  }

  /**
   * Locks the series of the earliest row that is due by {@code instant}. It skips series that
   * another transaction has locked and those in {@code passedOver}. Only the series is locked,
   * because several of its rows may change together.
   */
  Optional<Claim> claim(Instant instant, Collection<UUID> passedOver) {
    return claim(instant, passedOver, session());
  }

  /** The same in the transaction of {@code database}. */
  Optional<Claim> claim(Instant instant, Collection<UUID> passedOver, Session database) {
    return claim(instant, "series.id <> all(:series)", passedOver, database);
  }

  /** The same for rows of {@code series} alone. */
  Optional<Claim> claimOf(UUID series, Instant instant) {
    return claim(instant, "series.id = any(:series)", List.of(series), session());
  }

  private Optional<Claim> claim(
      Instant instant, String among, Collection<UUID> named, Session database) {
    TimeLimits.ofStep(database);
    return database
        .createNativeQuery(
            """
            select due.id as id, series.id as series, due.%2$s as at from %1$s due %4$s
            where %3$s and due.%2$s <= :instant and %5$s
            order by due.%2$s, due.id
            limit 1
            for update of series skip locked
            """
                .formatted(table, column, condition, series, among),
            Tuple.class)
        .addScalar("id", UUID.class)
        .addScalar("series", UUID.class)
        .addScalar("at", Instant.class)
        .setParameter("instant", instant)
        .setParameter("series", named.toArray(UUID[]::new))
        .uniqueResultOptional()
        .map(
            row ->
                new Claim(
                    row.get("id", UUID.class),
                    row.get("series", UUID.class),
                    row.get("at", Instant.class)));
  }

  /** The row of {@code claim}; empty if another replica handled it before its series was locked. */
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
