package accessreviews.platform.start;

import static accessreviews.testing.servers.PackagedService.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.Line;
import accessreviews.testing.servers.PackagedService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers see while the database or the issuer is away, and after it came back. */
@StartsServices
@QuarkusTest
class OutagesHttpTest extends HttpTest {
  private static final String WRITES = "\"roles\":[\"AccessReview.ReadWrite.All\"]";
  private static final String SERIES =
      ASeries.ofOneGroup().recurring("once", "2099-01-11..").body();
  private static final int CALLERS = 8;
  private static final int SOME = 40;

  @TempDir Path folder;

  /** PostgreSQL goes away under load, stays away, and comes back: two failovers. */
  @Test
  void underLoadADatabaseThatIsAwayIs503AndNothingAcknowledgedIsLost() throws Exception {
    try (var issuer = Issuer.start();
        var line = lineToDatabase();
        var callers = Executors.newFixedThreadPool(CALLERS);
        var service = PackagedService.start(folder, environment(issuer, line))) {
      service.port();
      var token = issuer.token(WRITES);
      var created = ConcurrentHashMap.<String>newKeySet();
      var renamed = ConcurrentHashMap.<String>newKeySet();
      var refused = ConcurrentHashMap.<Response>newKeySet();
      var others = ConcurrentHashMap.<String>newKeySet();
      var over = new AtomicBoolean();
      for (var caller = 0; caller < CALLERS; caller++) {
        callers.execute(
            () -> {
              while (!over.get()) {
                var answer = post(service, token);
                note(answer, 201, refused, others);
                if (answer.statusCode() == 201) {
                  String id = answer.path("id");
                  created.add(id);
                  var change =
                      service
                          .request(token)
                          .contentType("application/json")
                          .body("{\"displayName\":\"renamed\"}")
                          .patch(DEFINITIONS + "/" + id);
                  note(change, 204, refused, others);
                  if (change.statusCode() == 204) {
                    renamed.add(id);
                  }
                }
                note(service.request(token).get(DEFINITIONS + "?$top=1"), 200, refused, others);
              }
            });
      }
      for (var failover = 0; failover < 2; failover++) {
        var before = created.size();
        await(() -> created.size() >= before + SOME);
        line.cut();
        var refusedBefore = refused.size();
        await(() -> refused.size() >= refusedBefore + SOME);
        line.mend();
      }
      var after = created.size();
      await(() -> created.size() >= after + SOME);
      over.set(true);
      callers.shutdown();
      assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

      assertThat(others).as("answers that are neither success nor 503").isEmpty();
      refused.forEach(
          answer -> {
            new GraphRefusal(
                    503, "ServiceNotAvailable", "databaseUnavailable", null, "Try again later")
                .isTheAnswer(answer.then());
            assertThat(answer.header("Retry-After")).isEqualTo("5");
          });
      assertThat(rows.strings("select id from access_review_schedule_definition"))
          .containsAll(created);
      assertThat(
              rows.strings(
                  "select id from access_review_schedule_definition where display_name = 'renamed'"))
          .containsAll(renamed);
    }
  }

  @Test
  void aTokenThatCannotBeCheckedWithoutItsIssuerIs503AndAWrongOneStill401() throws Exception {
    try (var issuer = Issuer.start()) {
      try (var line = Line.to(address(issuer));
          var service = PackagedService.start(folder, through(line, issuer))) {
        var known = "http://localhost:" + line.port();
        var token = issuer.tokenOf(known, WRITES);
        service.request(token).get(DEFINITIONS).then().statusCode(200);
        var forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        line.cut();
        issuer.rotateKey();

        service.request(token).get(DEFINITIONS).then().statusCode(200);
        service.request(forged).get(DEFINITIONS).then().statusCode(401);
        issuerIsAway(service.request(issuer.tokenOf(known, WRITES)).get(DEFINITIONS));
        issuerIsAway(service.request(issuer.tokenOf(known, WRITES)).get(DEFINITIONS));
        service.request("rubbish").get(DEFINITIONS).then().statusCode(401);
      }
    }
  }

  @Test
  void aServiceThatStartsBeforeItsIssuerTakesTokensOnceThatIsThere() throws Exception {
    try (var issuer = Issuer.start();
        var line = Line.to(address(issuer))) {
      line.cut();
      try (var service = PackagedService.start(folder, through(line, issuer))) {
        var token = issuer.tokenOf("http://localhost:" + line.port(), WRITES);
        issuerIsAway(service.request(token).get(DEFINITIONS));

        line.mend();

        service.request(token).get(DEFINITIONS).then().statusCode(200);
      }
    }
  }

  private static void issuerIsAway(Response answer) {
    new GraphRefusal(
            503, "ServiceNotAvailable", "issuerUnavailable", null, "The issuer of the access token")
        .isTheAnswer(answer.then());
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  private static InetSocketAddress address(Issuer issuer) {
    return new InetSocketAddress("localhost", URI.create(issuer.url()).getPort());
  }

  private static Map<String, String> through(Line line, Issuer issuer) {
    var environment = PackagedService.environment(issuer);
    environment.put(PackagedService.ISSUER, "http://localhost:" + line.port());
    return environment;
  }

  private static Line lineToDatabase() throws Exception {
    var database = URI.create(databaseUrl().replaceFirst("^jdbc:", ""));
    return Line.to(new InetSocketAddress(database.getHost(), database.getPort()));
  }

  private static String databaseUrl() {
    return ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
  }

  private static Map<String, String> environment(Issuer issuer, Line line) {
    var environment = PackagedService.environment(issuer);
    environment.compute(
        DATABASE,
        (name, url) ->
            String.valueOf(url).replaceFirst("//[^/]*/", "//localhost:" + line.port() + "/"));
    return environment;
  }

  private static Response post(PackagedService service, String token) {
    return service.request(token).contentType("application/json").body(SERIES).post(DEFINITIONS);
  }

  private static void note(
      Response answer, int success, Set<Response> refused, Set<String> others) {
    if (answer.statusCode() == 503) {
      refused.add(answer);
    } else if (answer.statusCode() != success) {
      others.add(answer.statusCode() + " " + answer.asString());
    }
  }

  private static void await(BooleanSupplier happened) throws InterruptedException {
    var patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("nothing happens").isLessThan(patience);
      Thread.sleep(20);
    }
  }
}
