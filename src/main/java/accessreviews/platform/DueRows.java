package accessreviews.platform;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The rows of a table to which something happens at the instant in one of their columns. Table,
 * column and condition are constants of the code, never input.
 *
 * @param condition which rows wait for their instant; a partial index on the column covers it
 */
public record DueRows<T>(Class<T> entity, String table, String column, String condition) {
  /** The earliest instant at which one is due. */
  public Optional<Instant> earliest() {
    return session()
        .createNativeQuery(
            "select min(%2$s) from %1$s where %3$s and %2$s is not null"
                .formatted(table, column, condition),
            Instant.class)
        .uniqueResultOptional();
  }

  /** Locks the row that is due first by {@code instant} and that nobody else has locked. */
  public Optional<T> claim(Instant instant, Collection<UUID> failed) {
    return session()
        .createNativeQuery(
            """
            select * from %1$s
            where %3$s and %2$s <= :instant and id <> all(:failed)
            order by %2$s, id
            limit 1
            for update skip locked
            """
                .formatted(table, column, condition),
            entity)
        .setParameter("instant", instant)
        .setParameter("failed", failed.toArray(UUID[]::new))
        .uniqueResultOptional();
  }

  private static Session session() {
    return Panache.getEntityManager().unwrap(Session.class);
  }
}
