package accessreviews.platform.due;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The earliest due row of each kind of transition, ordered by time and then by priority. All kinds
 * are read in one statement: a transition created between two reads could be missed.
 */
@ApplicationScoped
class EarliestDue {
  private final List<DueTransition<?>> kinds;
  private final Session database;
  private final String all;
  private final String ofSeries;
  private final String ofOthers;

  EarliestDue(@All List<DueTransition<?>> kinds, Session database) {
    this.kinds = List.copyOf(kinds);
    this.database = database;
    this.all = sql("");
    this.ofSeries = sql("and series.id = :series");
    this.ofOthers = sql("and series.id <> all(:without)");
  }

  /** A kind of transition, and the instant at which its first row is due. */
  record Due(DueTransition<?> kind, Instant at) {}

  /** The kinds that have a row due by {@code until}. */
  List<Due> by(Instant until) {
    return found(database.createNativeQuery(all, Tuple.class), until);
  }

  /** The kinds that have a row due by {@code until}, of other series than {@code without}. */
  List<Due> by(Instant until, Collection<UUID> without) {
    return without.isEmpty()
        ? by(until)
        : found(
            database
                .createNativeQuery(ofOthers, Tuple.class)
                .setParameter("without", without.toArray(UUID[]::new)),
            until);
  }

  /** The next due transition of {@code series}, if it is due by {@code until}. */
  Optional<Due> next(UUID series, Instant until) {
    var query = database.createNativeQuery(ofSeries, Tuple.class).setParameter("series", series);
    return found(query, until).stream().findFirst();
  }

  private String sql(String condition) {
    return IntStream.range(0, kinds.size())
        .mapToObj(kind -> kinds.get(kind).rows().earliest(kind, condition))
        .collect(
            Collectors.joining(
                "\nunion all\n",
                "select kind, at from (\n",
                ") due where at <= :until order by at, kind"));
  }

  private List<Due> found(NativeQuery<Tuple> query, Instant until) {
    return query
        .addScalar("kind", Integer.class)
        .addScalar("at", Instant.class)
        .setParameter("until", until)
        .stream()
        .map(
            row -> new Due(kinds.get(row.get("kind", Integer.class)), row.get("at", Instant.class)))
        .toList();
  }
}
