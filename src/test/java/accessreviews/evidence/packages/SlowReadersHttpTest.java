package accessreviews.evidence.packages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Eventually;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Threads;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large packages whose readers do not read, hang up, or come all at once. */
@QuarkusTest
class SlowReadersHttpTest extends LifeHttpTest {
  private static final int ITEMS = 5_000;

  /** The package is then larger than all buffers between the service and a reader. */
  private static final String NAMES_THAT_DO_NOT_COMPRESS =
      """
      with named as (
        update directory_user
        set display_name = (
          select string_agg(md5(random() || '-' || n || '-' || id), '') from generate_series(1, 48) n)
        returning id)
      select count(*) from named""";

  private String path = "";

  @BeforeEach
  void aLargeInstance() throws InterruptedException {
    new LargeOrganisation(ITEMS, 1, ITEMS).fill();
    rows.strings(NAMES_THAT_DO_NOT_COMPRESS);
    var series =
        created(
            Series.aSeries()
                .ofScope("/groups/" + LargeOrganisation.group(0) + "/transitiveMembers")
                .json());
    path = instancePath(series, latest(series));
    json("{\"decision\":\"Approve\",\"justification\":\"known\"}")
        .post(path + "/batchRecordDecisions")
        .then()
        .statusCode(204);
    Eventually.becomes(
        "0", () -> rows.strings("select count(*) from evidence_unsequenced").getFirst());
  }

  private static String administrator(int number) {
    return "{\"oid\":\"%s\",\"scp\":\"AccessReview.Read.All\",\"wids\":[\"62e90394-69f5-4237-9190-012177145e10\"]}"
        .formatted(new UUID(0, number));
  }

  /** A caller who asks for the package, reads the first line of the answer, and stops there. */
  private Socket stuck(String claims) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress("localhost", RestAssured.port));
    socket
        .getOutputStream()
        .write(
            "GET %s/evidence HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, Tokens.of(claims))
                .getBytes(US_ASCII));
    var line = new String(socket.getInputStream().readNBytes(12), US_ASCII);
    assertThat(line).isEqualTo("HTTP/1.1 200");
    return socket;
  }

  private int status(String claims) {
    return as(claims).get(path + "/evidence").statusCode();
  }

  @Test
  void whoDoesNotReadHoldsTwoPlacesOfTheirOwnAndNothingElse() throws Exception {
    var slow = administrator(1);
    try (var first = stuck(slow);
        var second = stuck(slow)) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      var refused = as(slow).get(path + "/evidence");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isNotBlank();
      assertThat(rows.strings(IN_A_TRANSACTION)).isEmpty();
      assertThat(status(administrator(2))).isEqualTo(200);
    }

    Eventually.becomes(200, () -> status(slow));
  }

  /** Sessions of others that are in a transaction, but at rest. */
  private static final String IN_A_TRANSACTION =
      """
      select query from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'
        and state_change < now() - interval '1 second'""";

  @Test
  void manyAtOnceGetAPackageOrAreToldToComeAgain() throws Exception {
    var statuses =
        Threads.atOnce(
            10, () -> status(administrator(3 + (int) Thread.currentThread().threadId())));

    assertThat(statuses).contains(200).containsOnly(200, 429);
    Eventually.becomes(200, () -> status(administrator(2)));
  }
}
