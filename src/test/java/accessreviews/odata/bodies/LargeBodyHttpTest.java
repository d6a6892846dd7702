package accessreviews.odata.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Wire;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies are read up to a mebibyte. */
@QuarkusTest
class LargeBodyHttpTest extends HttpTest {
  private static final int LARGEST = 1024 * 1024;
  private static final byte[] PART = "a".repeat(65_536).getBytes(StandardCharsets.US_ASCII);

  @Test
  void aBodyOfTheLargestSizeIsRead() {
    json(padded(LARGEST)).post(DEFINITIONS).then().statusCode(201);
  }

  @Test
  void aLargerBodyIsRefusedAndChangesNothing() {
    var series = created(ASeries.ofOneGroup().body());
    for (var write :
        new String[] {
          "POST " + DEFINITIONS,
          "PUT " + DEFINITIONS + "/" + series,
          "PATCH " + DEFINITIONS + "/" + series,
          "PUT " + DEFINITIONS + "/" + series + "/instances/" + series,
          "PUT /emulator/clock"
        }) {
      var words = write.split(" ", -1);
      changesNothing(
          () ->
              json(padded(LARGEST + 1))
                  .request(words[0], words[1])
                  .then()
                  .statusCode(413)
                  .contentType(is("application/json"))
                  .body("error.code", is("RequestEntityTooLarge"))
                  .body("error.innerError.code", is("bodyTooLarge"))
                  .body("error.message", containsString("larger than the 1048576 bytes")));
    }
  }

  private static String padded(int length) {
    var body = ASeries.ofOneGroup().body();
    return body + " ".repeat(length - body.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 1000000000"})
  void theRefusalComesWhileTheBodyIsStillBeingSent(String length) throws IOException {
    try (var wire = new Wire()) {
      begin(wire, length);
      sendPartsOf(wire, LARGEST + 1, length.endsWith("chunked"));

      assertThat(wire.status()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
    }
  }

  /** A client that reads only after it has sent everything gets its answer, and may go on. */
  @Test
  void aClientThatSendsItAllIsAnsweredOnAConnectionThatLives() throws IOException {
    try (var wire = new Wire()) {
      begin(wire, "Transfer-Encoding: chunked");
      sendPartsOf(wire, 8 * LARGEST, true);
      wire.write("0\r\n\r\n");
      assertThat(wire.status()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
      wire.skipAnswer();

      wire.write(Wire.head("GET /emulator/clock") + "\r\n");
      assertThat(wire.status()).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  private static void begin(Wire wire, String length) throws IOException {
    wire.write(Wire.head("POST " + DEFINITIONS));
    wire.write("Content-Type: application/json\r\n" + length + "\r\n\r\n");
  }

  private static void sendPartsOf(Wire wire, int length, boolean chunked) throws IOException {
    for (var sent = 0; sent < length; sent += PART.length) {
      wire.write(chunked ? Integer.toHexString(PART.length) + "\r\n" : "");
      wire.write(PART);
      wire.write(chunked ? "\r\n" : "");
    }
  }
}
