package accessreviews.directory.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.Eventually;
import accessreviews.testing.HttpTest;
import accessreviews.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An import that comes slowly, or meets other writers, costs nobody else anything. */
@QuarkusTest
class SlowImportsHttpTest extends HttpTest {
  private static final String ADA = "1ed8ac56-4827-4733-8f80-86adc2e67db5";
  private static final String FILE =
      "id,displayName,userPrincipalName\n" + ADA + ",Ada,ada@contoso.com\n";

  @AfterEach
  void whole() {
    rows.execute("drop trigger if exists deadlocks on directory_user");
    rows.execute("drop function if exists deadlocks()");
    rows.execute("drop sequence if exists deadlocked");
  }

  @Test
  void slowOnesHoldNoConnectionAndOthersAreRefusedAtOnce() throws Exception {
    try (var one = slow();
        var other = slow()) {
      send()
          .statusCode(429)
          .header("Retry-After", "5")
          .body("error.innerError.code", is("activityLimitReached"));
      assertThat(
              rows.strings(
                  "select state from pg_stat_activity where datname = current_database()"
                      + " and state like 'idle in transaction%'"))
          .isEmpty();

      one.write("\n");
      assertThat(one.status()).isEqualTo("HTTP/1.1 200 OK");
      other.write("x"); // a line that is none
      assertThat(other.status()).isEqualTo("HTTP/1.1 400 Bad Request");
    }
    send().statusCode(200);
  }

  /** Nothing is read of a body that is refused, and the place of one who hangs up is free again. */
  @Test
  void thePlaceOfACallerWhoHangsUpIsFreeAgain() throws Exception {
    try (var one = slow();
        var other = slow()) {
      send().statusCode(429);
      one.write(""); // and nothing more
      other.write("");
    }
    Eventually.becomes(200, () -> send().extract().statusCode());
  }

  @Test
  void aDeadlockCostsARunAndNotTheFile() {
    rows.execute("create sequence deadlocked");
    rows.execute(
        """
        create function deadlocks() returns trigger language plpgsql as $$
        begin
          if nextval('deadlocked') <= 2 then
            raise exception 'as a deadlock' using errcode = '40P01';
          end if;
          return new;
        end $$""");
    rows.execute(
        "create trigger deadlocks before insert on directory_user"
            + " for each row execute function deadlocks()");

    send().statusCode(200).body("lines", is(1)).body("changed", is(1));
  }

  /** An import that has its place; all of its file but the last byte is sent. */
  private static Wire slow() throws IOException {
    var wire = new Wire();
    wire.write(Wire.head("PUT /directory/import?type=users"));
    wire.write("Content-Type: text/csv\r\nExpect: 100-continue\r\n");
    wire.write("Content-Length: " + (FILE.length() + 1) + "\r\n\r\n");
    assertThat(wire.status()).isEqualTo("HTTP/1.1 100 Continue");
    assertThat(wire.status()).isEmpty();
    wire.write(FILE);
    return wire;
  }

  private static ValidatableResponse send() {
    return request()
        .contentType("text/csv")
        .body(FILE.getBytes(UTF_8))
        .put("/directory/import?type=users")
        .then();
  }
}
