package accessreviews.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Figures are printed of what was built, in 320 MB, beside those of the database alone. */
public abstract class MeasuredHttpTest extends HttpTest {
  @TempDir Path folder;
  @Inject Scheduler scheduler;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Issuer issuer;
  private PackagedService service;
  private Map<String, String> environment = Map.of();

  /** What is due is left to the service that is measured. */
  @BeforeEach
  void startTheOneThatIsMeasured() throws Exception {
    scheduler.pause();
    issuer = Issuer.start();
    environment = PackagedService.environment(issuer);
    environment.put("ACCESS_REVIEWS_EMULATOR_ENABLED", "true");
    environment.put("JAVA_TOOL_OPTIONS", "-Xmx320m");
    service = PackagedService.start(folder, environment);
  }

  /** Deletes at once, where the service would do it row by row. */
  @AfterEach
  void stopIt() {
    service.close();
    client.close();
    rows.execute("truncate access_review_schedule_definition cascade");
    issuer.close();
    scheduler.resume();
  }

  /** A token of {@code user}, who has no directory role. */
  protected String token(String user) throws GeneralSecurityException {
    return issued(
        "\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"wids\":[]".formatted(user));
  }

  /** A token of an application. */
  protected String token() throws GeneralSecurityException {
    return issued("\"roles\":[\"AccessReview.ReadWrite.All\"]");
  }

  private String issued(String claims) throws GeneralSecurityException {
    return issuer.token(claims, Instant.now().plus(Duration.ofHours(1)));
  }

  /** What is answered to {@code body}, at a path or at the URL of a further page. */
  protected String answer(String method, String token, String path, String body, int status)
      throws IOException, InterruptedException {
    var url = path.startsWith("/") ? "http://localhost:" + service.port() + path : path;
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url.replace("'", "%27").replace(" ", "%20")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as(() -> answer.body() + (answer.statusCode() < 500 ? "" : service.log()))
        .isEqualTo(status);
    return answer.body();
  }

  /** A connection to the database, past any pool. */
  protected Connection connection() {
    try {
      var connection =
          DriverManager.getConnection(
              environment.get(PackagedService.DATABASE),
              environment.get("QUARKUS_DATASOURCE_USERNAME"),
              environment.get("QUARKUS_DATASOURCE_PASSWORD"));
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often {@code each} works in a second, all of them at once and {@code times} together. */
  protected static double perSecond(int times, List<Callable<?>> each) throws Exception {
    var mine = new AtomicInteger();
    var left = new AtomicInteger(times);
    var time =
        seconds(
            () ->
                Threads.atOnce(
                    each.size(),
                    () -> {
                      var work = each.get(mine.getAndIncrement());
                      while (left.decrementAndGet() >= 0) {
                        work.call();
                      }
                      return true;
                    }));
    return times / time;
  }

  protected static double seconds(Callable<?> work) throws Exception {
    var start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The median of so many. */
  protected static double seconds(int times, Callable<?> work) throws Exception {
    var all = new double[times];
    for (var i = 0; i < times; i++) {
      all[i] = seconds(work);
    }
    return median(all);
  }

  protected static double median(double... all) {
    var sorted = all.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
