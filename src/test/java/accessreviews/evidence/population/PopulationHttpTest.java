package accessreviews.evidence.population;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Organisation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The start of an instance is entered with what identifies its population for good. */
@InProcessOnly("asks for the file, which no call answers by itself")
@QuarkusTest
class PopulationHttpTest extends LifeHttpTest {
  @Inject PopulationCsv csv;
  @Inject ObjectMapper json;

  private JsonNode started(String instance) throws IOException {
    return json.readTree(
        rows.strings(
                """
                select entry from evidence_entry
                where type = 'instance.started' and instance_id = ?::uuid""",
                instance)
            .getFirst());
  }

  private String file(String instance) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var out = new ByteArrayOutputStream();
              csv.write(UUID.fromString(instance), out);
              return out.toString(UTF_8);
            });
  }

  @Test
  void theFileIsTheSameWhateverTheDirectoryBecomes() throws Exception {
    Organisation.users("ada", "bob", "boss", "helper");
    Organisation.manager("ada", "boss");
    Organisation.group("inner", "bob");
    Organisation.group("staff", "ada", "inner");
    var series =
        start(
            reviewOf("staff", "./manager")
                .withFallback(user("helper"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..")));
    var instance = latest(series);

    decide(instance, "ada", "Deny");
    Organisation.leave("inner", "bob");
    Organisation.leave("staff", "ada");
    request().delete("/v1.0" + user("ada")).then().statusCode(204);
    advance("P3Y");

    var file = file(instance);
    assertThat(file.lines().skip(1))
        .extracting(line -> line.split(",", 5)[3] + line.substring(line.lastIndexOf(',')))
        .containsExactlyInAnyOrder(
            "\"ada\",", "\"bob\",\"inner (" + Organisation.id("inner") + ")\"");
    assertThat(file).contains(Organisation.id("boss"));
    var population = started(instance).path("population");
    assertThat(population.path("count").asInt()).isEqualTo(2);
    assertThat(population.path("sha256").asText())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(UTF_8))));
    assertThat(population.path("source").asText()).isEqualTo("built-in");
    assertThat(population.path("sourceRun").isNull()).isTrue();
    assertThat(population.path("readAt").asText()).isEqualTo("2026-01-05T09:00:00.000Z");
  }

  @Test
  void reviewersAndItemsWithoutThemAreCounted() throws Exception {
    Organisation.users("ada", "bob", "boss", "helper");
    Organisation.manager("ada", "boss");
    Organisation.group("staff", "ada", "bob");
    var settings = settings(5, "weekly 1", "2026-01-05..");

    var withFallback =
        start(
            reviewOf("staff", "./manager").withFallback(user("helper")).with("settings", settings));
    var without = start(reviewOf("staff", "./manager").with("settings", settings));
    var bySelf = start(reviewOf("staff").with("settings", settings));

    assertThat(started(latest(withFallback)).path("reviewers"))
        .hasToString("{\"found\":2,\"itemsToFallback\":1,\"itemsToNobody\":0}");
    assertThat(started(latest(without)).path("reviewers"))
        .hasToString("{\"found\":1,\"itemsToFallback\":0,\"itemsToNobody\":1}");
    assertThat(started(latest(bySelf)).path("reviewers"))
        .hasToString("{\"found\":2,\"itemsToFallback\":0,\"itemsToNobody\":0}");
  }

  @Test
  void anInstanceWithoutAnybodyIsStartedToo() throws Exception {
    Organisation.users("boss");
    Organisation.group("staff");
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..")));

    assertThat(file(latest(series))).isEqualTo(PopulationCsv.HEADER + "\r\n");
    assertThat(started(latest(series)).at("/population/count").asInt()).isZero();
  }
}
