package accessreviews.odata.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what is served, and how far that is what Graph describes. */
@Endpoint
@QuarkusTest
class OpenApiHttpTest extends HttpTest {
  private static final String ROOT = "/identityGovernance/accessReviews";
  private static final String DEFINITION = ROOT + "/definitions/{}";

  /** What Graph's own description does not have. */
  private static final Map<String, String> OURS =
      new TreeMap<>(
          Map.of(
              "GET /$metadata",
              "OData has it",
              "POST /$batch",
              "Graph documents it apart from its workloads",
              "PATCH " + DEFINITION,
              "older SDKs send the update as PATCH",
              "PUT " + DEFINITION + "/instances/{}",
              "the documentation of the update says PUT",
              "GET " + DEFINITION + "/instances/{}/applyPreview",
              "what applying would take away; Graph has nothing like it",
              "GET " + DEFINITION + "/instances/{}/evidence",
              "the package for auditors; Graph has nothing like it",
              "POST " + DEFINITION + "/instances/{}/acknowledge",
              "a named person's statement about the result; Graph has nothing like it",
              "POST " + ROOT + "/decisions/filterByCurrentUser(on='reviewer')/recordAllDecisions",
              "as it is documented; Graph's description has the one without the function"));

  @Test
  void everyOperationIsDescribed() throws IOException {
    var ids = new ArrayList<String>();
    operations(
        (name, operation) -> {
          ids.add(operation.path("operationId").asText());
          assertThat(operation.path("operationId").asText()).as(name).isNotBlank();
          assertThat(operation.path("summary").asText()).as(name).isNotBlank();
          assertThat(operation.at("/responses/4XX/content/application~1json/schema/$ref").asText())
              .as(name)
              .isEqualTo("#/components/schemas/error");
          assertThat(operation.path("responses").toString()).as(name).contains("\"20");
          if (operation.has("requestBody")) {
            assertThat(operation.at("/requestBody/content/application~1json/schema").size())
                .as(name)
                .isPositive();
          }
        });
    assertThat(ids).doesNotHaveDuplicates().contains("v1.0_post_batch", "beta_post_batch");
  }

  @Test
  void summariesNameWhatIsAskedFor() throws IOException {
    var summaries = new TreeMap<String, String>();
    operations((name, operation) -> summaries.put(name, operation.path("summary").asText()));

    assertThat(summaries)
        .containsEntry("GET /v1.0" + ROOT, "Get the set of access reviews")
        .containsEntry("GET /v1.0" + ROOT + "/definitions", "List definitions")
        .containsEntry("POST /beta/users", "Create user");
  }

  @Test
  void everySchemaIsDefinedAndNoneIsInternal() throws IOException {
    var document = document();
    var defined = new TreeSet<String>();
    document.at("/components/schemas").fieldNames().forEachRemaining(defined::add);
    var used =
        document.findValuesAsText("$ref").stream()
            .map(reference -> reference.replace("#/components/schemas/", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(defined).containsAll(used);
    assertThat(defined)
        .contains("beta.microsoft.graph.principalResourceMembershipsScope")
        .allMatch(
            name ->
                name.matches("(v1\\.0|beta)\\.microsoft\\.graph\\.\\w+|error|\\w+View")
                    || Set.of(
                            "Answer",
                            "Answers",
                            "Batch",
                            "BatchedRequest",
                            "ClockView",
                            "Instant",
                            "UUID",
                            "Listing",
                            "org.threeten.extra.PeriodDuration",
                            "Step",
                            "Target")
                        .contains(name));
  }

  /** {@code docs/coverage.md} is what this test says it should be. */
  @Test
  void thePageOnCoverageIsTrue() throws IOException {
    var page = new StringBuilder(HEAD);
    for (var version : new String[] {"v1.0", "beta"}) {
      var ours = byPath(Set.of());
      operations(
          (name, operation) -> {
            if (name.matches("\\w+ /" + version + "(" + ROOT + ".*|/\\$batch|/\\$metadata)")) {
              ours.add(name.replace("/" + version, "").replaceAll("\\{\\w+}", "{}"));
            }
          });
      var theirs = byPath(listed(version));
      var both = byPath(ours);
      both.retainAll(theirs);
      var onlyOurs = byPath(ours);
      onlyOurs.removeAll(theirs);
      theirs.removeAll(ours);

      assertThat(onlyOurs).as("beside Graph's own in " + version).isSubsetOf(OURS.keySet());
      page.append("\n## ").append(version).append("\n");
      append(page, "Served: " + both.size(), both);
      append(
          page,
          "Served in addition: " + onlyOurs.size(),
          onlyOurs.stream().map(name -> name + "   (" + OURS.get(name) + ")").toList());
      append(page, "Not served: " + theirs.size(), theirs);
    }
    var made = Path.of("target/coverage.md");
    Files.writeString(made, page);
    assertThat(Path.of("docs/coverage.md"))
        .as("docs/coverage.md; copy %s where it is right", made)
        .hasContent(page.toString());
  }

  private static final String HEAD =
      """
      # Coverage

      The operations below `%s` in Graph's OpenAPI description, compared with those of `/q/openapi`. A test makes this page
      and fails if the file differs. `{}` stands for an id. Graph itself does not serve all operations under "Not served".
      """
          .formatted(ROOT);

  private static void append(StringBuilder page, String title, Iterable<String> names) {
    page.append("\n").append(title).append("\n\n```\n");
    names.forEach(name -> page.append(name).append("\n"));
    page.append("```\n");
  }

  private static Set<String> byPath(Collection<String> operations) {
    var sorted =
        new TreeSet<String>(
            Comparator.comparing((String name) -> name.replaceFirst("^\\w+ ", ""))
                .thenComparing(Comparator.naturalOrder()));
    sorted.addAll(operations);
    return sorted;
  }

  private static List<String> listed(String version) throws IOException {
    var name = "/graph/operations-" + version + ".txt";
    try (var text = OpenApiHttpTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static void operations(BiConsumer<String, JsonNode> use) throws IOException {
    for (var path : document().get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        use.accept(
            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
            operation.getValue());
      }
    }
  }

  private static JsonNode document() throws IOException {
    return new ObjectMapper()
        .readTree(
            request().get("/q/openapi?format=json").then().statusCode(200).extract().asString());
  }
}
