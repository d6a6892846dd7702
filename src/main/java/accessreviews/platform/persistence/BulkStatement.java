package accessreviews.platform.persistence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** A statement that is about to be sent: its SQL, and the values of its named parameters. */
public final class BulkStatement {
  /**
   * From so many changed rows on a table is looked at anew, in the same transaction. PostgreSQL
   * does that by itself only once they are committed and a minute has passed; when it happens to
   * look while they are written, it takes the table for empty until then, and the next statement
   * reads all of it for each of its rows.
   */
  public static final int MANY = 10_000;

  /**
   * What the rest of a transaction of such statements begins with. What a sort or a hash table may
   * take before it goes to disk: PostgreSQL itself gives 4 MB, with which the join of 100,000
   * members and their directory is read twice. And how closely a table is looked at: how large it
   * is, and which of its values are frequent, is all that the next statements need to know, and a
   * tenth of PostgreSQL's own sample, which takes a tenth of the time, says that. It takes its own,
   * larger one where much has changed, soon after the transaction.
   */
  public static final String SETTINGS =
      "set local work_mem = '64MB'; set local default_statistics_target = 10";

  private static final String PLANNED_ONCE = "set local plan_cache_mode = force_generic_plan;\n";

  private final String sql;
  private final Map<String, Object> parameters = new HashMap<>();
  private final Map<String, @Nullable Instant> instants = new HashMap<>();
  private final Map<String, @Nullable String> texts = new HashMap<>();
  private final Map<String, @Nullable UUID> ids = new HashMap<>();

  private BulkStatement(String sql) {
    this.sql = sql;
  }

  /** The statement of a file, whose parameters are still to be given; refuses one with a hole. */
  public static BulkStatement of(Sql sql) {
    return new BulkStatement(sql.text());
  }

  /** The same for one short line that needs no file. */
  public static BulkStatement of(String sql) {
    return new BulkStatement(sql);
  }

  /** The statement with a value for one of its parameters. */
  public BulkStatement with(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /** The statement with an instant, or null, for one of its parameters. */
  public BulkStatement at(String parameter, @Nullable Instant value) {
    instants.put(parameter, value);
    return this;
  }

  /** The statement with a text, or null, for one of its parameters. */
  public BulkStatement text(String parameter, @Nullable String value) {
    texts.put(parameter, value);
    return this;
  }

  /** The statement with an id, or null, for one of its parameters. */
  public BulkStatement id(String parameter, @Nullable UUID value) {
    ids.put(parameter, value);
    return this;
  }

  /** The statement with values for several parameters. */
  public BulkStatement with(Map<String, Object> values) {
    parameters.putAll(values);
    return this;
  }

  /** Executes it; answers how many rows it changed. */
  public int execute(Session session) {
    var query = session.createNativeMutationQuery(sql);
    bind(query);
    return query.executeUpdate();
  }

  /**
   * Executes it, which may change much of {@code table}: with more memory for the rest of the
   * transaction, and the table is looked at anew where it was much.
   */
  public void execute(Session session, String table) {
    session.createNativeMutationQuery(SETTINGS).executeUpdate();
    if (execute(session) >= MANY) {
      session.createNativeMutationQuery("analyze " + table).executeUpdate();
    }
  }

  /**
   * Executes it by the plan for any values, which is made once for each connection: for a statement
   * about few rows that is executed often. PostgreSQL by itself may find a plan for the values at
   * hand cheaper than that, such as for an array, which it takes for ten values when it does not
   * know it, and plans anew each time, which takes longer than to execute it.
   */
  public void executeAsPlanned(Session session) {
    var query = session.createNativeMutationQuery(PLANNED_ONCE + sql);
    bind(query);
    query.executeUpdate();
  }

  /** Executes it; answers the ids that it selects or returns. */
  public List<UUID> ids(Session session) {
    return query(session, UUID.class).getResultList();
  }

  /** The query for rows of {@code type}; it may still be told the types of columns. */
  public <T> NativeQuery<T> query(Session session, Class<T> type) {
    var query = session.createNativeQuery(sql, type);
    bind(query);
    return query;
  }

  private void bind(CommonQueryContract query) {
    parameters.forEach(query::setParameter);
    instants.forEach((name, value) -> query.setParameter(name, value, Instant.class));
    texts.forEach((name, value) -> query.setParameter(name, value, String.class));
    ids.forEach((name, value) -> query.setParameter(name, value, UUID.class));
  }
}
