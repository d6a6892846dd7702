package accessreviews.decisions;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.AnInstance;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decision items are read one by one and as the list of their instance. */
@Endpoint
@QuarkusTest
class ReadDecisionsHttpTest extends UpdateHttpTest {
  static final String A = "aaaaaaaa-0000-4000-8000-000000000001";
  static final String B = "bbbbbbbb-0000-4000-8000-000000000002";
  static final String C = "cccccccc-0000-4000-8000-000000000003";
  static final String REVIEWER = "4562bcc8-c436-4f95-b7c0-4f8ce89dca5e";

  @Test
  void aUsersItemIsShownAsInTheReference() {
    var instance = anInstance().in(rows);
    var item = anItem().principal("user", A).in(instance, rows);

    var answer = request().get(item.path());
    var read = shown(answer);

    assertThat(answer.header("ETag")).isEqualTo("W/\"0\"");
    assertThat(read.remove("@odata.context").asText())
        .endsWith("/v1.0/$metadata#" + set(instance) + "/$entity");
    assertThat(read)
        .isEqualTo(
            expected(
                """
                {"@odata.etag":"W/\\"0\\"","id":"ITEM","accessReviewId":"INSTANCE",
                 "reviewedDateTime":null,"decision":"NotReviewed","justification":"",
                 "appliedDateTime":null,"applyResult":"New","recommendation":"NoInfoAvailable",
                 "principalLink":"HOST/v1.0/users/A","resourceLink":"HOST/v1.0/groups/GROUP",
                 "reviewedBy":NOBODY,"appliedBy":NOBODY,
                 "resource":{"id":"GROUP","displayName":"All hands","type":"group"},
                 "principal":{"@odata.type":"#microsoft.graph.userIdentity","id":"A",
                   "displayName":"Adele Vance","type":"user",
                   "userPrincipalName":"AdeleV@contoso.com","lastUserSignInDateTime":""}}""",
                instance,
                item.id()));
  }

  @Test
  void betaShowsTheMembershipAndTheTargetToo() {
    var instance = anInstance().in(rows);
    var item =
        anItem()
            .principal("user", A)
            .with("membership", "direct,indirect")
            .with("apply_description", "Removed.")
            .in(instance, rows);
    var application =
        anItem().principal("servicePrincipal", B).with("principal_app_id", C).in(instance, rows);
    var group = anItem().principal("group", C).in(instance, rows);

    var read = shown(request().get(item.path("/beta")));

    assertThat(read.get("applyDescription").asText()).isEqualTo("Removed.");
    assertThat(read.get("principalResourceMembership"))
        .isEqualTo(parsed("{\"membershipType\":\"direct,indirect\"}"));
    assertThat(read.get("target"))
        .isEqualTo(
            parsed(
                """
                {"@odata.type":"#microsoft.graph.accessReviewInstanceDecisionItemUserTarget",
                 "userId":"%s","userDisplayName":"Adele Vance",
                 "userPrincipalName":"AdeleV@contoso.com"}"""
                    .formatted(A)));
    assertThat(shown(request().get(application.path("/beta"))).get("target"))
        .isEqualTo(
            parsed(
                """
                {"@odata.type":
                   "#microsoft.graph.accessReviewInstanceDecisionItemServicePrincipalTarget",
                 "servicePrincipalId":"%s","servicePrincipalDisplayName":"Adele Vance",
                 "appId":"%s"}"""
                    .formatted(B, C)));
    assertThat(shown(request().get(group.path("/beta"))).get("target").isNull()).isTrue();
    assertThat(shown(request().get(item.path())).has("target")).isFalse();
  }

  @Test
  void groupsAndApplicationsArePrincipalsOfTheirOwnForm() {
    var instance = anInstance().in(rows);
    var group = anItem().principal("group", A).with("principal_name", "Admins").in(instance, rows);
    var application =
        anItem().principal("servicePrincipal", B).with("principal_app_id", C).in(instance, rows);

    var ofGroup = shown(request().get(group.path()));
    var ofApplication = shown(request().get(application.path()));

    assertThat(ofGroup.get("principal"))
        .isEqualTo(
            parsed("{\"id\":\"%s\",\"displayName\":\"Admins\",\"type\":\"group\"}".formatted(A)));
    assertThat(ofGroup.get("principalLink").asText()).endsWith("/v1.0/groups/" + A);
    assertThat(ofApplication.get("principal"))
        .isEqualTo(
            parsed(
                """
                {"@odata.type":"#microsoft.graph.servicePrincipalIdentity","id":"%s",
                 "displayName":"Adele Vance","type":"servicePrincipal","appId":"%s"}"""
                    .formatted(B, C)));
    assertThat(ofApplication.get("principalLink").asText())
        .endsWith("/v1.0/servicePrincipals/" + B);
  }

  @Test
  void resourcesSayTheirTypeAndWhereTheyAre() {
    var instance = anInstance().in(rows);
    var role =
        anItem().with("resource_type", "directoryRole").with("resource_id", B).in(instance, rows);
    var application =
        anItem()
            .with("resource_type", "servicePrincipal")
            .with("resource_id", B)
            .with("resource_app_id", C)
            .in(instance, rows);

    var ofRole = shown(request().get(role.path()));
    var ofApplication = shown(request().get(application.path()));

    assertThat(ofRole.get("resource").get("type").asText()).isEqualTo("directoryRole");
    assertThat(ofRole.get("resourceLink").asText())
        .endsWith("/beta/roleManagement/directory/roleDefinitions/" + B);
    assertThat(ofApplication.get("resource"))
        .isEqualTo(
            parsed(
                """
                {"@odata.type":
                   "#microsoft.graph.accessReviewInstanceDecisionItemServicePrincipalResource",
                 "id":"%s","displayName":"All hands","type":"servicePrincipal","appId":"%s"}"""
                    .formatted(B, C)));
    assertThat(ofApplication.get("resourceLink").asText()).endsWith("/v1.0/servicePrincipals/" + B);
  }

  @Test
  void whatWasDecidedAndAppliedIsShown() {
    var item =
        anItem()
            .decided("Deny", REVIEWER, NOW)
            .with("justification", "left the team")
            .with("recommendation", "Deny")
            .with("last_sign_in_date_time", "2025-12-01T08:00:00Z")
            .with("apply_result", "AppliedSuccessfully")
            .with(
                "applied_by",
                "{\"id\":\"%s\",\"displayName\":\"Access Reviews\",\"userPrincipalName\":\"\"}"
                    .formatted(C))
            .with("applied_date_time", NOW.plusSeconds(60).toString())
            .in(anInstance().in(rows), rows);

    var read = shown(request().get(item.path()));

    assertThat(read.get("decision").asText()).isEqualTo("Deny");
    assertThat(read.get("justification").asText()).isEqualTo("left the team");
    assertThat(read.get("recommendation").asText()).isEqualTo("Deny");
    assertThat(read.get("applyResult").asText()).isEqualTo("AppliedSuccessfully");
    assertThat(Instant.parse(read.get("reviewedDateTime").asText())).isEqualTo(NOW);
    assertThat(Instant.parse(read.get("appliedDateTime").asText())).isEqualTo(NOW.plusSeconds(60));
    assertThat(read.get("reviewedBy"))
        .isEqualTo(
            parsed(
                """
                {"id":"%s","displayName":"Bob","type":null,"userPrincipalName":"bob@contoso.com"}"""
                    .formatted(REVIEWER)));
    assertThat(read.get("appliedBy"))
        .isEqualTo(
            parsed(
                """
                {"id":"%s","displayName":"Access Reviews","type":null,"userPrincipalName":""}"""
                    .formatted(C)));
    assertThat(read.get("principal").get("lastUserSignInDateTime").asText())
        .isEqualTo("2025-12-01T08:00:00Z");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var instance = anInstance().in(rows);
    var other = anInstance().in(rows);
    var item = anItem().in(instance, rows);
    var mixed = new AnInstance.Stored(other.definition(), instance.id());

    assertRefused(
        Refusal.notFound(instance.id()), () -> request().get(mixed.path() + "/decisions"));
    for (var path :
        List.of(
            other.path() + "/decisions/" + item.id(), mixed.path() + "/decisions/" + item.id())) {
      assertRefused(Refusal.notFound(item.id()), () -> request().get(path));
    }
    assertRefused(
        Refusal.notFound(NOBODYS_ID),
        () -> request().get(instance.path() + "/decisions/" + NOBODYS_ID));
  }

  @Test
  void betaLeadsFromAnItemToItsInstanceAndItsSeries() {
    var instance = anInstance().in(rows);
    var item = anItem().in(instance, rows);

    var read = request().get(item.path("/beta") + "/instance");
    var expanded =
        request().get(item.path("/beta") + "?$expand=instance($select=id;$expand=definition)");

    assertThat(read.<String>path("id")).isEqualTo(instance.id());
    assertThat(read.header("ETag")).isEqualTo("W/\"0\"");
    assertThat(expanded.<String>path("instance.id")).isEqualTo(instance.id());
    assertThat(expanded.<String>path("instance.definition.id")).isEqualTo(instance.definition());
    assertThat(request().get(item.path() + "/instance").statusCode()).isEqualTo(400);
  }

  static String set(AnInstance.Stored instance) {
    return "identityGovernance/accessReviews/definitions('%s')/instances('%s')/decisions"
        .formatted(instance.definition(), instance.id());
  }

  private static JsonNode expected(String json, AnInstance.Stored instance, String id) {
    return parsed(
        json.replace(
                "NOBODY",
                """
                {"id":"00000000-0000-0000-0000-000000000000","displayName":"","type":null,
                 "userPrincipalName":""}""")
            .replace("ITEM", id)
            .replace("INSTANCE", instance.id())
            .replace("GROUP", AnInstance.GROUP)
            .replace("HOST", RestAssured.baseURI + ":" + RestAssured.port)
            .replace("\"A\"", "\"" + A + "\"")
            .replace("users/A", "users/" + A));
  }
}
