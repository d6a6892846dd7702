package accessreviews.decisions;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Csdl;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recommendations rest on, and who was asked: what comes with the decisions. */
@Endpoint
@QuarkusTest
class InsightsHttpTest extends UpdateHttpTest {
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";
  private static final String MEMBER = "aaaaaaaa-0000-4000-8000-000000000001";
  private static final String SIGNED_IN = "2025-12-01T08:00:00Z";
  private static final String IN_APPLICATION = "2025-11-01T08:00:00Z";

  @Test
  void anOutlierThatSignedInHasBoth() {
    var instance = anInstance().in(rows);
    var item =
        anItem()
            .principal("user", MEMBER)
            .with("recommendation", "Deny")
            .with("outlier", "true")
            .with("last_sign_in_date_time", SIGNED_IN)
            .in(instance, rows);
    var both =
        parsed(
                """
                {"value":[
                 {"@odata.type":"#microsoft.graph.userSignInInsight","id":"%s",
                  "insightCreatedDateTime":"2026-01-04T09:00:00Z","lastSignInDateTime":"%s"},
                 {"@odata.type":"#microsoft.graph.membershipOutlierInsight","id":"%s",
                  "insightCreatedDateTime":"2026-01-04T09:00:00Z","memberId":"%s",
                  "containerId":"%s","outlierMemberType":"user","outlierContainerType":"group"}]}"""
                    .formatted(ZERO, SIGNED_IN, item.id(), MEMBER, AnInstance.GROUP))
            .get("value");

    var expanded = shown(request().get(instance.path() + "/decisions?$expand=insights"));
    var list = shown(request().get(item.path() + "/insights"));
    var one = shown(request().get(item.path() + "/insights/" + ZERO));

    assertThat(expanded.at("/value/0/insights")).isEqualTo(both);
    assertThat(expanded.get("@odata.context").asText()).endsWith("/decisions(insights())");
    assertThat(expanded.at("/value/0/insights@odata.context").asText())
        .endsWith("/decisions('%s')/insights".formatted(item.id()));
    assertThat(list.get("value")).isEqualTo(both);
    assertThat(list.get("@odata.count").asInt()).isEqualTo(2);
    assertThat(request().get(item.path() + "/insights/$count").asString()).isEqualTo("2");
    assertThat(one.remove("@odata.context").asText()).endsWith("/insights/$entity");
    assertThat(one).isEqualTo(both.get(0));
    assertRefused(
        Refusal.notFound(NOBODYS_ID), () -> request().get(item.path() + "/insights/" + NOBODYS_ID));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          user,             group,            Approve,         2025-12-01T08:00:00Z
          user,             servicePrincipal, Approve,         2025-11-01T08:00:00Z
          user,             directoryRole,    Deny,            2025-12-01T08:00:00Z
          user,             group,            NoInfoAvailable, -
          group,            group,            Approve,         -
          servicePrincipal, servicePrincipal, Deny,            -
          """)
  void theSignInThatCountedIsShown(
      String principal, String resource, String recommendation, String shown) {
    var item =
        anItem()
            .principal(principal, MEMBER)
            .with("resource_type", resource)
            .with("recommendation", recommendation)
            .with("last_sign_in_date_time", SIGNED_IN)
            .with("resource_sign_in_date_time", IN_APPLICATION)
            .in(anInstance().in(rows), rows);

    var list = request().get(item.path() + "?$select=id&$expand=insights");

    assertThat(list.jsonPath().getList("insights.lastSignInDateTime"))
        .isEqualTo(shown == null ? List.of() : List.of(shown));
  }

  @Test
  void insightsInAStageFollowItsRecommendation() {
    var instance = anInstance().in(rows);
    var stage = aStage().of(instance).in(rows);
    var item = anItem().inStage("1", "nobody", null).with("last_sign_in_date_time", SIGNED_IN);
    var stored = item.in(instance, rows);
    item.withInStage("recommendation", "Deny").decidedIn("1", stored, rows);

    assertThat(shown(request().get(stored.path() + "/insights")).get("value")).isEmpty();
    assertThat(
            request()
                .get(stored.path(stage) + "/insights?$select=lastSignInDateTime")
                .jsonPath()
                .getList("value.lastSignInDateTime"))
        .containsExactly(SIGNED_IN);
    assertThat(request().get(stored.path(stage) + "/insights/$count").asString()).isEqualTo("1");
    assertThat(
            request()
                .get(stage.path() + "/decisions?$expand=insights($select=id)")
                .jsonPath()
                .getList("value[0].insights.id"))
        .containsExactly(ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$filter=id%20eq%20'x'", "$top=1", "$orderby=id"})
  void anExpansionOfInsightsTakesOnlySelect(String option) {
    var instance = anInstance().in(rows);
    assertRefused(
        Refusal.bad("invalidQueryOption", "$expand", "only $select and $expand"),
        () -> request().get(instance.path() + "/decisions?$expand=insights(" + option + ")"));
  }

  @Test
  void contactedReviewersAreListedOnceEach() {
    var instance = anInstance().in(rows);
    aReviewer(MEMBER).named("Ada").on("primary").inStage("1").since(NOW).in(instance, rows);
    aReviewer(MEMBER).named("Ada").inStage("2").since(NOW.minusSeconds(60)).in(instance, rows);
    aReviewer(NOBODYS_ID).named("Zoe").since(NOW.minusSeconds(90)).in(instance, rows);
    aReviewer(ZERO).on("fallback").notContacted().in(instance, rows);
    var ada =
        parsed(
            """
            {"id":"%s","displayName":"Ada","userPrincipalName":"ada@contoso.com",
             "createdDateTime":"2026-01-05T08:59:00Z"}"""
                .formatted(MEMBER));

    var list = shown(request().get(instance.path() + "/contactedReviewers"));
    var byName =
        request()
            .get(instance.path() + "/contactedReviewers?$top=1&$orderby=displayName")
            .jsonPath();
    var one = shown(request().get(instance.path() + "/contactedReviewers/" + MEMBER));

    assertThat(list.get("@odata.context").asText()).endsWith("/contactedReviewers");
    assertThat(list.get("@odata.count").asInt()).isEqualTo(2);
    assertThat(list.at("/value/0/displayName").asText()).isEqualTo("Zoe");
    assertThat(list.at("/value/1")).isEqualTo(ada);
    assertThat(byName.getString("value[0].displayName")).isEqualTo("Ada");
    assertThat(request().get(byName.getString("'@odata.nextLink'")).<String>path("value[0].id"))
        .isEqualTo(NOBODYS_ID);
    assertThat(one.remove("@odata.context").asText()).endsWith("/contactedReviewers/$entity");
    assertThat(one).isEqualTo(ada);
    assertThat(
            request()
                .get(
                    instance.path()
                        + "/contactedReviewers/$count?$filter=userPrincipalName%20eq%20'ADA@contoso.com'")
                .asString())
        .isEqualTo("1");
    assertRefused(
        Refusal.notFound(ZERO),
        () -> request().get(instance.path() + "/contactedReviewers/" + ZERO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "beta"})
  void whatIsOnTheWireIsWhatTheMetadataSays(String version) throws Exception {
    var csdl = Csdl.of(request().get("/" + version + "/$metadata").asString());
    var instance = anInstance().in(rows);
    aReviewer(MEMBER).in(instance, rows);
    for (var principal : List.of("user", "group", "servicePrincipal")) {
      for (var resource : List.of("group", "servicePrincipal", "directoryRole")) {
        anItem()
            .principal(principal, UUID.randomUUID().toString())
            .with("principal_app_id", ZERO)
            .with("resource_app_id", resource.equals("servicePrincipal") ? ZERO : null)
            .with("resource_type", resource)
            .with("recommendation", "Deny")
            .with("outlier", "true")
            .in(instance, rows);
      }
    }
    var list =
        shown(request().get(instance.path("/" + version) + "/decisions?$expand=insights"))
            .get("value");
    var differences = new ArrayList<String>();
    for (var item : list) {
      differences.addAll(csdl.differences(item, "accessReviewInstanceDecisionItem"));
      differences.addAll(csdl.differences(item.get("insights"), "governanceInsight"));
    }
    differences.addAll(
        csdl.differences(
            shown(request().get(instance.path("/" + version) + "/contactedReviewers")).get("value"),
            "accessReviewReviewer"));

    assertThat(list).hasSize(9);
    assertThat(differences.stream().distinct())
        .isEqualTo(
            version.equals("beta")
                ? List.of()
                : List.of("accessReviewInstanceDecisionItem.insights is not in the document"));
  }
}
