package accessreviews.testing.sql;

import accessreviews.testing.rows.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A test of rules that are SQL, without Quarkus. Its class has a database of its own; each test
 * runs in one transaction, which is rolled back. {@link #rows} and {@link #session} share that
 * transaction: {@code rows} puts rows in and reads them, {@code session} is what classes of the
 * service are constructed with, such as {@code new PeerOutliers(session())}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SqlTest {
  private static final SessionFactory NATIVE_QUERIES = hibernate(List.of());

  protected final Rows rows = new Rows(this::use);

  private final SessionFactory hibernate;
  private @Nullable MigratedDatabase database;
  private @Nullable Connection connection;
  private @Nullable Session session;

  /** Of native queries only. */
  protected SqlTest() {
    this.hibernate = NATIVE_QUERIES;
  }

  /** Of queries for {@code entities}, too. */
  protected SqlTest(Class<?>... entities) {
    this.hibernate = hibernate(List.of(entities));
  }

  @BeforeAll
  void createDatabase() throws SQLException {
    database = MigratedDatabase.create();
    connection = database.connect();
    connection.setAutoCommit(false);
  }

  @BeforeEach
  void beginTransaction() {
    session = hibernate.withOptions().connection(connection()).openSession();
    session.beginTransaction();
  }

  @AfterEach
  void rollBack() throws SQLException {
    session().close();
    connection().rollback();
  }

  @AfterAll
  void dropDatabase() throws SQLException {
    if (connection != null) {
      connection.close();
    }
    if (database != null) {
      database.close();
    }
  }

  /** The connection of the test; it is not to be closed. */
  protected final Connection connection() {
    return there(connection);
  }

  /** Hibernate on that connection; it knows the entities of the constructor. */
  protected final Session session() {
    return there(session);
  }

  /** Hibernate on {@code another} connection to the database of the class. */
  protected final Session session(Connection another) {
    return hibernate.withOptions().connection(another).openSession();
  }

  /** The database of the class, for further connections, which see only what is committed. */
  protected final MigratedDatabase database() {
    return there(database);
  }

  private <T> T use(Rows.Work<T> work) throws SQLException {
    return work.on(connection());
  }

  private static <T> T there(@Nullable T opened) {
    if (opened == null) {
      throw new IllegalStateException("JUnit has not opened the database of this class yet");
    }
    return opened;
  }

  private static SessionFactory hibernate(List<Class<?>> entities) {
    var settings = new Properties();
    settings.put("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect");
    settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    settings.put("hibernate.type.preferred_uuid_jdbc_type", "UUID");
    var configuration =
        new Configuration()
            .addProperties(settings)
            .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
    entities.forEach(configuration::addAnnotatedClass);
    return configuration.buildSessionFactory();
  }
}
