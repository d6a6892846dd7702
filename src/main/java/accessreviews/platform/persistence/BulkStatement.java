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
   * The number of changed rows from which a statement analyzes its table (ANALYZE) in the same
   * transaction. PostgreSQL itself analyzes the table only after the commit, within about a minute.
   * If PostgreSQL analyzes the table while the rows are being written, it counts the table as empty
   * until the next ANALYZE. The next statement then reads the whole table for each of its rows.
   */
  public static final int MANY = 10_000;

  /**
   * The settings for the rest of a transaction with such statements. A sort or a hash table goes to
   * disk when it needs more than {@code work_mem}. With PostgreSQL's default of 4 MB, the join of
   * 100,000 members and their directory is read twice. {@code default_statistics_target} is the
   * size of the sample of ANALYZE. The next statements need only the size of a table and its
   * frequent values. A tenth of PostgreSQL's default sample is enough for these, and takes a tenth
   * of the time. Soon after the transaction, PostgreSQL analyzes a table with many changes again,
   * with its default sample.
   */
  public static final String SETTINGS =
      "set local work_mem = '64MB'; set local default_statistics_target = 10";

  private final String sql;
  private final Map<String, Object> parameters = new HashMap<>();
  private final Map<String, @Nullable Instant> instants = new HashMap<>();
  private final Map<String, @Nullable String> texts = new HashMap<>();
  private final Map<String, @Nullable UUID> ids = new HashMap<>();

  private BulkStatement(String sql) {
    this.sql = sql;
  }

  /**
   * The statement of a file. Its parameters are still to be given. Refuses a file with an unfilled
   * hole.
   */
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
   * Executes it, for a statement that may change many rows of {@code table}. Applies {@link
   * #SETTINGS} to the rest of the transaction, and analyzes the table if at least {@link #MANY}
   * rows changed.
   */
  public void execute(Session session, String table) {
    session.createNativeMutationQuery(SETTINGS).executeUpdate();
    if (execute(session) >= MANY) {
      session.createNativeMutationQuery("analyze " + table).executeUpdate();
    }
  }

  /** Executes it; answers the ids that it selects or returns. */
  public List<UUID> ids(Session session) {
    return query(session, UUID.class).getResultList();
  }

  /** The query for rows of {@code type}. The caller may add the types of columns. */
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
