package accessreviews.testing.rows;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the database of the service that is tested, whether that runs in this process or
 * was built and started: in both cases the configuration here names it.
 */
public final class Database {
  private static final int CONNECTIONS = 10;
  private static @Nullable AgroalDataSource connections;

  private Database() {}

  /** The same for all tests. */
  public static synchronized AgroalDataSource connections() {
    var open = connections;
    if (open == null) {
      open = open(ConfigProvider.getConfig());
      connections = open;
    }
    return open;
  }

  /** Lends {@code work} one of them. */
  static <T> T use(Rows.Work<T> work) throws SQLException {
    try (var connection = connections().getConnection()) {
      return work.on(connection);
    }
  }

  private static AgroalDataSource open(Config config) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(CONNECTIONS)
                          .connectionFactoryConfiguration(
                              factory ->
                                  factory
                                      .jdbcUrl(text(config, "jdbc.url"))
                                      .principal(new NamePrincipal(text(config, "username")))
                                      .credential(new SimplePassword(text(config, "password"))))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Config config, String setting) {
    return config.getValue("quarkus.datasource." + setting, String.class);
  }
}
