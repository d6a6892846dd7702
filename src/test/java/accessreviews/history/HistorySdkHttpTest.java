package accessreviews.history;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.report.ReportedRows;
import accessreviews.sdk.GraphSdk;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three months of an organisation, reported through Microsoft's Java SDKs, unmodified: what the
 * report says is what people did.
 */
@NullUnmarked
@QuarkusTest
class HistorySdkHttpTest extends HistoryHttpTest {
  private static final String DECIDED =
      "ReviewName, ReviewType, PrincipalName, Stage, ReviewResult, SubmissionResult, ReviewerName";

  /** Every row of the three months. */
  private static final List<String> TRUTH =
      List.of(
          "app|application|ada|1|Approve|Not Applied|decider",
          "app|application|bob|1|Deny|Not Applied|decider",
          "lost|group|cleo|1|Not notified|Not Applied|",
          "monthly|group|ada|1|Approve|Not Applied|decider",
          "monthly|group|ada|1|Approve|Not Applied|decider",
          "monthly|group|ada|1|Not reviewed|Not Applied|",
          "monthly|group|bob|1|Don't know|Not Applied|decider",
          "monthly|group|bob|1|Not reviewed|Not Applied|",
          "monthly|group|bob|1|Not reviewed|Not Applied|",
          "monthly|group|gus|1|Deny|Applied|decider",
          "package|access package|ada|1|Approve|Not Applied|decider",
          "role|Microsoft Entra role|bob|1|Deny|Applied|decider",
          "self|group|ada|1|Approve|Not Applied|decider",
          "self|group|gus|1|Not reviewed|Not Applied|",
          "staged|group|ada|1|Deny|Not Applied|decider",
          "staged|group|ada|2|Approve|Not Applied|decider",
          "staged|group|bob|1|Approve|Not Applied|decider",
          "staged|group|bob|2|Not reviewed|Not Applied|");

  @BeforeEach
  void threeMonths() {
    Organisation.users("ada", "bob", "cleo", "boss", "two");
    Organisation.user(
        "gus",
        ",\"userType\":\"Guest\",\"signInActivity\":{\"lastSignInDateTime\":\"2025-10-01T00:00:00Z\"}");
    Organisation.group("staff", "ada", "bob", "gus");
    Organisation.group("crew", "ada", "bob");
    Organisation.group("team", "ada", "gus");
    Organisation.group("alone", "cleo");
    application();
    var monthly =
        named("monthly", "staff")
            .with(
                "settings",
                settings(
                    7,
                    "monthly 1",
                    "2026-01-05..2026-03-31",
                    "\"autoApplyDecisionsEnabled\":true"));
    var series = start(monthly);
    decide(latest(series), "ada", "Approve");
    decide(latest(series), "bob", "DontKnow");
    decide(latest(series), "gus", "Deny");
    var staged =
        start(
            named("staged", "crew")
                .inStages(stage(1, 3, "", user("boss")), stage(2, 3, "", user("two"))));
    decide(latest(staged), "ada", "Deny");
    decide(latest(staged), "bob", "Approve");
    decide(latest(start(named("self", "team").without("reviewers"))), "ada", "Approve");
    start(named("lost", "alone").reviewedBy("./manager"));
    var role =
        start(
            named("role", "staff")
                .ofScope("/roleManagement/directory/roleDefinitions/" + GLOBAL_READER)
                .with("settings", once(5, "\"autoApplyDecisionsEnabled\":true")));
    decide(latest(role), "bob", "Deny");
    var app =
        start(
            named("app", "staff")
                .ofScope("/servicePrincipals/" + Organisation.id("crm") + "/appRoleAssignedTo"));
    decide(latest(app), "ada", "Approve");
    decide(latest(app), "bob", "Deny");
    var access =
        start(
            named("package", "staff")
                .ofScope(
                    "/identityGovernance/entitlementManagement/assignments?$filter=(accessPackage/id eq '%s' and assignmentPolicy/id eq '%s')"
                        .formatted(Organisation.id("package"), Organisation.id("policy"))));
    decide(latest(access), "ada", "Approve");
    advance("P3D");
    decide(latest(staged), "ada", "Approve");
    clockAt(Instant.parse("2026-02-06T09:00:00Z"));
    decide(latest(series), "ada", "Approve");
    clockAt(Instant.parse("2026-04-05T09:00:00Z"));
    assertThat(membersNow("staff")).containsExactly("ada", "bob");
  }

  private void application() {
    json("{\"id\":\"%s\",\"displayName\":\"crm\"}".formatted(Organisation.id("crm")))
        .post("/v1.0/servicePrincipals")
        .then()
        .statusCode(201);
    for (var name : List.of("ada", "bob")) {
      json("{\"principalId\":\"%s\",\"resourceId\":\"%s\"}"
              .formatted(Organisation.id(name), Organisation.id("crm")))
          .post("/v1.0/servicePrincipals/" + Organisation.id("crm") + "/appRoleAssignedTo")
          .then()
          .statusCode(201);
    }
    json("{\"principalId\":\"%s\",\"roleDefinitionId\":\"%s\",\"directoryScopeId\":\"/\"}"
            .formatted(Organisation.id("bob"), GLOBAL_READER))
        .post("/v1.0/roleManagement/directory/roleAssignments")
        .then()
        .statusCode(201);
    rows.execute(
        """
        insert into directory_access_package_assignment values
          (gen_random_uuid(), ?::uuid, 'package', ?::uuid, 'policy', gen_random_uuid(), ?::uuid,
           'delivered')""",
        Organisation.id("package"),
        Organisation.id("policy"),
        Organisation.id("ada"));
  }

  private static Series named(String name, String group) {
    return reviewOf(group, user("boss")).with("settings", once(5)).named(name);
  }

  @Test
  void theReportOfV1IsTheTruth() {
    var graph = GraphSdk.client(Tokens.EVERYTHING);
    var histories = graph.identityGovernance().accessReviews().historyDefinitions();
    var wanted = new com.microsoft.graph.models.AccessReviewHistoryDefinition();
    wanted.setDisplayName("Quarter");
    wanted.setReviewHistoryPeriodStartDateTime(
        Instant.parse("2026-01-01T00:00:00Z").atOffset(ZoneOffset.UTC));
    wanted.setReviewHistoryPeriodEndDateTime(
        Instant.parse("2026-04-01T00:00:00Z").atOffset(ZoneOffset.UTC));
    var scopes = new ArrayList<com.microsoft.graph.models.AccessReviewScope>();
    for (var text :
        List.of("/groups", "roleManagement", "/servicePrincipals", "accessPackageAssignments")) {
      var scope = new com.microsoft.graph.models.AccessReviewQueryScope();
      scope.setQuery(query(text));
      scope.setQueryType("MicrosoftGraph");
      scopes.add(scope);
    }
    wanted.setScopes(scopes);
    var created = histories.post(wanted);
    advance("PT0S");

    var history = histories.byAccessReviewHistoryDefinitionId(given(created.getId()));
    assertThat(created.getStatus())
        .isEqualTo(com.microsoft.graph.models.AccessReviewHistoryStatus.Requested);
    assertThat(history.get().getStatus())
        .isEqualTo(com.microsoft.graph.models.AccessReviewHistoryStatus.Done);
    assertThat(created.getDecisions()).hasSize(5);
    var instance = history.instances().get().getValue().getFirst();
    assertThat(instance.getId()).isEqualTo(created.getId());
    assertThat(instance.getDownloadUri()).isNull();
    var linked =
        history
            .instances()
            .byAccessReviewHistoryInstanceId(given(instance.getId()))
            .generateDownloadUri()
            .post();
    assertThat(told(given(linked.getDownloadUri()))).containsExactlyElementsOf(TRUTH);
    assertThat(histories.count().get()).isOne();
    assertThat(
            histories
                .get(request -> request.queryParameters.expand = new String[] {"instances"})
                .getValue()
                .getFirst()
                .getInstances())
        .hasSize(1);
  }

  @Test
  void theReportOfBetaIsTheTruth() {
    var histories =
        GraphSdk.betaClient(Tokens.EVERYTHING)
            .identityGovernance()
            .accessReviews()
            .historyDefinitions();
    var scope = new com.microsoft.graph.beta.models.AccessReviewQueryScope();
    scope.setQuery(query(""));
    scope.setQueryType("MicrosoftGraph");
    var wanted = new com.microsoft.graph.beta.models.AccessReviewHistoryDefinition();
    wanted.setDisplayName("Denied");
    wanted.setReviewHistoryPeriodStartDateTime(
        Instant.parse("2026-01-01T00:00:00Z").atOffset(ZoneOffset.UTC));
    wanted.setReviewHistoryPeriodEndDateTime(
        Instant.parse("9999-12-31T00:00:00Z").atOffset(ZoneOffset.UTC));
    wanted.setScopes(List.of(scope));
    wanted.setDecisions(
        List.of(com.microsoft.graph.beta.models.AccessReviewHistoryDecisionFilter.Deny));
    var created = histories.post(wanted);
    advance("PT0S");

    var instances = histories.byAccessReviewHistoryDefinitionId(given(created.getId())).instances();
    var linked =
        instances
            .byAccessReviewHistoryInstanceId(given(created.getId()))
            .generateDownloadUri()
            .post();
    assertThat(linked.getStatus())
        .isEqualTo(com.microsoft.graph.beta.models.AccessReviewHistoryStatus.Done);
    assertThat(told(given(linked.getDownloadUri())))
        .containsExactlyElementsOf(TRUTH.stream().filter(row -> row.contains("|Deny|")).toList());
  }

  private static String query(String text) {
    return "/identityGovernance/accessReviews/definitions?$filter=contains(scope/query, '%s')"
        .formatted(text);
  }

  private static String given(@Nullable String id) {
    return Objects.requireNonNull(id);
  }

  /** What a report says of each row, in the order of the truth. */
  private static List<String> told(String link) {
    return ReportedRows.of(fetched(link).asByteArray()).stream()
        .map(
            row ->
                String.join("|", List.of(DECIDED.split(", ", -1)).stream().map(row::get).toList()))
        .sorted()
        .toList();
  }
}
