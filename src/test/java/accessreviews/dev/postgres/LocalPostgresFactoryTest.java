package accessreviews.dev.postgres;

import static io.quarkus.runtime.LaunchMode.DEVELOPMENT;
import static io.quarkus.runtime.LaunchMode.NORMAL;
import static io.quarkus.runtime.LaunchMode.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class LocalPostgresFactoryTest {
  @Test
  void devModeAndTestsHaveADatabaseOfTheirOwn() {
    assertThat(sources(DEVELOPMENT, Map.of())).hasSize(1);
    assertThat(sources(TEST, Map.of())).hasSize(1);
  }

  @Test
  void productionHasNone() {
    assertThat(sources(NORMAL, Map.of())).isEmpty();
  }

  @Test
  void aConfiguredUrlWins() {
    var configured = Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://db/reviews");
    assertThat(sources(DEVELOPMENT, configured)).isEmpty();
    assertThat(sources(TEST, configured)).isEmpty();
  }

  @Test
  void anEmptyUrlIsNone() {
    assertThat(sources(TEST, Map.of("quarkus.datasource.jdbc.url", ""))).hasSize(1);
  }

  /** The build reads whatever has a name; only the application asks for the URL. */
  @Test
  void namesTheUserButNotTheUrlWhichStartsTheServer() {
    assertThat(sources(TEST, Map.of()).getFirst().getPropertyNames())
        .containsExactlyInAnyOrder("quarkus.datasource.username", "quarkus.datasource.password");
  }

  private static List<ConfigSource> sources(LaunchMode mode, Map<String, String> configured) {
    ConfigSourceContext context =
        new ConfigSourceContext() {
          @Override
          public ConfigValue getValue(String name) {
            return ConfigValue.builder().withName(name).withValue(configured.get(name)).build();
          }

          @Override
          public java.util.Iterator<String> iterateNames() {
            return configured.keySet().iterator();
          }
        };
    return LocalPostgresFactory.sourcesFor(mode, context);
  }
}
