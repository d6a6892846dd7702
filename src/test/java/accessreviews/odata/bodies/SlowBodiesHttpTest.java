package accessreviews.odata.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Wire;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.servers.ErrorLog;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that does not come is not waited for: without a token not at all, with one not long. */
@QuarkusTest
class SlowBodiesHttpTest extends HttpTest {
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";
  private static final String SMALL = "Content-Length: 65000\r\n\r\n{";
  private static final String LARGE = "Content-Length: 650000\r\n\r\n{";

  @ParameterizedTest
  @ValueSource(strings = {SMALL, LARGE, CHUNKED})
  void withoutATokenTheAnswerIs401BeforeTheBody(String body) throws IOException {
    for (var authorization : new String[] {"", "Authorization: Bearer of.no.worth\r\n"}) {
      try (var wire = new Wire()) {
        wire.write(
            "POST %s HTTP/1.1\r\nHost: x\r\n%sContent-Type: application/json\r\n%s"
                .formatted(DEFINITIONS, authorization, body));
        assertThat(wire.status()).isEqualTo("HTTP/1.1 401 Unauthorized");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SMALL, LARGE, CHUNKED})
  void withATokenTheAnswerIs408AndTheConnectionEnds(String body) throws IOException {
    try (var log = new ErrorLog(Logger.getLogger(""))) {
      try (var wire = new Wire()) {
        wire.write(Wire.head("POST " + DEFINITIONS) + "Content-Type: application/json\r\n" + body);
        assertThat(wire.status()).isEqualTo("HTTP/1.1 408 Request Timeout");
        assertThat(wire.rest()).contains("\"code\":\"RequestTimeout\"", "bodyTooSlow");
      }
      request().get(DEFINITIONS).then().statusCode(200);
      assertThat(log.messages()).isEmpty();
    }
  }

  /** However often a byte comes. */
  @Test
  void bytesOnceInAWhileDoNotProlongIt() throws Exception {
    try (var wire = new Wire()) {
      wire.write(Wire.head("POST " + DEFINITIONS) + "Content-Type: application/json\r\n" + CHUNKED);
      var dripping =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (true) {
                        Thread.sleep(500);
                        wire.write("1\r\n \r\n");
                      }
                    } catch (IOException | InterruptedException e) {
                      Thread.currentThread().interrupt(); // the service has ended the connection
                    }
                  });
      assertThat(wire.status()).isEqualTo("HTTP/1.1 408 Request Timeout");
      dripping.interrupt();
      dripping.join();
    }
  }

  /** The time of a body is not that of the answer, even if nobody reads the body. */
  @Test
  void anAnswerMayTakeLonger() {
    var instance = onlyInstanceOf(created(ASeries.ofOneGroup().body()));
    rows.execute(
        """
        create function slow() returns trigger language plpgsql as $$
        begin perform pg_sleep(5); return new; end $$""");
    rows.execute(
        "create trigger slow before update on access_review_instance for each row"
            + " when (new.status = 'Completing') execute function slow()");
    try {
      json("{}").post(instance + "/stop").then().statusCode(204);
    } finally {
      rows.execute("drop trigger slow on access_review_instance");
      rows.execute("drop function slow()");
    }
  }
}
