package accessreviews.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Rows;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Replicas of what was built, on the database of the tests, with the emulator on. The database
 * knows them by their names.
 */
public final class Replicas implements AutoCloseable {
  /** Only who changes something, or has claimed a series, has a transaction with a number. */
  private static final String AT_WORK =
      """
      select application_name || ': ' || regexp_replace(left(query, 60), '\\s+', ' ', 'g')
      from pg_stat_activity
      where application_name like 'replica-%' and backend_xid is not null
      order by xact_start limit 1""";

  private final Path folder;
  private final Issuer issuer;
  private final Rows rows;
  private final Map<String, String> settings;
  private final Map<String, PackagedService> running = new LinkedHashMap<>();

  private Replicas(Path folder, Issuer issuer, Rows rows, Map<String, String> settings) {
    this.folder = folder;
    this.issuer = issuer;
    this.rows = rows;
    this.settings = Map.copyOf(settings);
  }

  /** Starts {@code number} of them, which trust {@code issuer}, with {@code settings}. */
  public static Replicas start(
      int number, Path folder, Issuer issuer, Rows rows, Map<String, String> settings)
      throws IOException {
    var replicas = new Replicas(folder, issuer, rows, settings);
    for (var i = 1; i <= number; i++) {
      replicas.start("replica-" + i);
    }
    return replicas;
  }

  /** Starts one under {@code name}. */
  public void start(String name) throws IOException {
    var environment = PackagedService.environment(issuer);
    environment.compute(PackagedService.DATABASE, (key, url) -> PackagedService.named(name, url));
    environment.put("ACCESS_REVIEWS_EMULATOR_ENABLED", "true");
    environment.putAll(settings);
    running.put(name, PackagedService.start(folder, environment));
  }

  /** The names of those that run. */
  public Collection<String> names() {
    return running.keySet();
  }

  /** Where one of them listens, once it does. */
  public String url(String name) {
    return "http://localhost:" + Objects.requireNonNull(running.get(name)).port();
  }

  /** A request to one of them. */
  public RequestSpecification request(String name, String token) {
    return Objects.requireNonNull(running.get(name)).request(token);
  }

  /** One that is changing something right now, and after a colon the statement that it is at. */
  public Optional<String> atWork() {
    return rows.strings(AT_WORK).stream().findFirst();
  }

  /** Ends one by SIGKILL. */
  public void kill(String name) {
    Objects.requireNonNull(running.remove(name)).kill();
  }

  /** What all that run have said. */
  public String logs() {
    var logs = new StringBuilder();
    running.values().forEach(replica -> logs.append(replica.log()));
    return logs.toString();
  }

  @Override
  public void close() {
    running.values().forEach(PackagedService::close);
    assertThat(atWork()).isEmpty();
  }
}
