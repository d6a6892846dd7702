package accessreviews.portal.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators see and steer reviews on pages, as the same callers may by the API. */
@InProcessOnly("people sign in by one click, which a production build does not have")
@QuarkusTest
class ManageHttpTest extends LifeHttpTest {
  private static final String MANAGE = "/reviews/manage";
  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
  private static final String SECURITY_READER = "5d6b6bb7-de71-4623-b4af-96380a352509";
  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

  @BeforeEach
  void people() {
    Organisation.users("admin", "auditor", "boss", "cleo", "nobody");
    role("admin", GLOBAL_ADMINISTRATOR);
    role("auditor", SECURITY_READER);
    Organisation.users(members(12));
    Organisation.group("staff", members(12));
  }

  @Test
  void everyPageIsForThoseWhoMayReadReviews() {
    var instance = running();
    var series = instance.substring(0, instance.lastIndexOf('/'));
    var pages =
        List.of(
            MANAGE,
            series,
            instance,
            instance + "/results",
            instance + "/apply",
            instance + "/evidence");
    for (var page : pages) {
      by("admin").get(page).then().statusCode(200);
      by("auditor").get(page).then().statusCode(200);
      by("boss").get(page).then().statusCode(403);
      by("nobody").get(page).then().statusCode(403);
    }
    by("admin").get(series + "/delete").then().statusCode(200);
    by("auditor").get(series + "/delete").then().statusCode(403);
    by("auditor").get(instance).then().body(not(containsString("/remind")));
    by("auditor").get(series).then().body(not(containsString("/stop")));
  }

  @Test
  void whatTheySay() {
    var instance = running();
    var name = rows.strings("select display_name from access_review_schedule_definition");
    by("admin")
        .get(MANAGE)
        .then()
        .body(containsString(name.getFirst()))
        .body(containsString("0 of 12 answered"))
        .body(containsString("in progress"));
    by("admin")
        .header("Accept-Language", "de")
        .get(instance)
        .then()
        .body(containsString("0 von 12 beantwortet"))
        .body(containsString("<th scope=\"row\">boss</th><td>12</td><td>12</td>"))
        .body(containsString("Erinnerung senden"));
    by("admin").get(instance + "/results").then().body(containsString("member11"));
    by("admin").get(instance + "/apply").then().body(containsString("removes nothing"));
  }

  @Test
  void formsOfOthersAndOfNobodyAreRefused() {
    var instance = running();
    role("cleo", GLOBAL_ADMINISTRATOR);
    var others = token("cleo", instance);
    for (var form : List.of("/remind", "/stop", "/reset", "/reviewers", "/apply")) {
      by("admin").formParam("x", "y").post(instance + form).then().statusCode(403);
      send("admin", instance + form, others).statusCode(403);
      send("auditor", instance + form, others).statusCode(403);
      send("nobody", instance + form, "").statusCode(403);
    }
    assertThat(statuses()).containsExactly("InProgress");
  }

  @Test
  void answersAreResetAndTheInstanceIsStopped() {
    var instance = running();
    denyAll(instance);
    by("admin").get(instance).then().body(containsString("12 of 12 answered"));

    done("admin", instance + "/remind", instance, "REMINDED");
    by("admin")
        .get(instance + "?done=REMINDED")
        .then()
        .body(containsString("The reminder will be sent."));
    done("admin", instance + "/reset", instance, "RESET");
    by("admin").get(instance).then().body(containsString("0 of 12 answered"));
    done("admin", instance + "/stop", instance, "STOPPED");
    assertThat(statuses()).containsExactly("Completed");
    send("admin", instance + "/reset", token("admin", instance + "/apply")).statusCode(409);
  }

  @Test
  void muchIsRemovedOnlyIfItWasConfirmed() {
    var instance = running();
    denyAll(instance);
    done("admin", instance + "/stop", instance, "STOPPED");

    by("admin")
        .get(instance + "/apply")
        .then()
        .body(containsString("Applying removes 12 accesses."))
        .body(containsString("12 of 12 people lose access to staff"))
        .body(containsString("name=\"confirm\""));
    by("auditor").get(instance + "/apply").then().body(not(containsString("<button class=\"main")));
    send("admin", instance + "/apply", token("admin", instance + "/apply")).statusCode(409);
    by("admin")
        .formParam("form-token", token("admin", instance + "/apply"))
        .formParam("confirm", "true")
        .post(instance + "/apply")
        .then()
        .statusCode(303);
    assertThat(statuses()).containsExactly("Applied");
    by("admin").get(instance + "/results").then().body(containsString("<td>applied</td>"));
  }

  @Test
  void whatIsHeldBackIsSaid() {
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", once(3, "\"autoApplyDecisionsEnabled\":true")));
    denyAll(MANAGE + "/" + series + "/" + latest(series));
    advance("P4D");
    by("admin").get(MANAGE).then().body(containsString("Waits for confirmation"));
    by("admin")
        .get(MANAGE + "/" + series + "/" + latest(series))
        .then()
        .body(containsString("Waits for confirmation"));
  }

  @Test
  void reviewersAreReplacedAndFallbackReviewersOnlyAdded() {
    var instance = running();
    reviewers(instance, "/reviewers", user("cleo"), "").statusCode(303);
    by("admin").get(instance).then().body(containsString("<th scope=\"row\">cleo</th>"));
    reviewers(instance, "/fallback-reviewers", user("boss"), user("cleo")).statusCode(303);
    reviewers(instance, "/fallback-reviewers", user("cleo"))
        .statusCode(409)
        .body(containsString("only added to: send these too: " + user("boss")));
    by("admin")
        .formParam("form-token", token("admin", instance))
        .formParam("version", "W/\"0\"")
        .formParam("reviewer", user("boss"))
        .post(instance + "/reviewers")
        .then()
        .statusCode(412);
  }

  @Test
  void aSeriesIsStoppedAndDeleted() {
    var instance = running();
    var series = instance.substring(0, instance.lastIndexOf('/'));
    done("admin", series + "/stop", series, "SERIES_STOPPED");
    assertThat(statuses()).containsExactly("Completed");
    by("admin").get(series + "/delete").then().body(containsString("This cannot be undone."));
    done("admin", series + "/delete", MANAGE, "SERIES_DELETED");
    assertThat(statuses()).isEmpty();
    by("admin").get(MANAGE).then().body(containsString("No review yet."));
    by("admin").get(series).then().statusCode(404);
  }

  @Test
  void fiftySeriesAreOnAPage() {
    IntStream.range(0, 51).forEach(i -> start(reviewOf("staff", user("boss"))));
    var first = by("admin").get(MANAGE).then().statusCode(200).extract().asString();
    var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first);
    assertThat(next.find()).isTrue();
    assertThat(first.split("<th scope=\"row\">", -1)).hasSize(51);
    var second = by("admin").get(next.group(1)).then().statusCode(200).extract().asString();
    assertThat(second.split("<th scope=\"row\">", -1)).hasSize(2);
  }

  /** The page of an instance that runs. */
  private static String running() {
    var series = start(reviewOf("staff", user("boss")));
    return MANAGE + "/" + series + "/" + latest(series);
  }

  private static void denyAll(String instance) {
    var ids = instance.split("/", -1);
    json("{\"decision\":\"Deny\"}")
        .post(instancePath(ids[3], ids[4]) + "/batchRecordDecisions")
        .then()
        .statusCode(204);
  }

  private List<String> statuses() {
    return rows.strings("select status from access_review_instance");
  }

  private static void done(String user, String form, String leadsTo, String done) {
    var page = form.endsWith("/stop") || form.endsWith("/delete") ? form : leadsTo;
    var shown = page.replaceAll("/stop$", "");
    send(user, form, token(user, shown))
        .statusCode(303)
        .header("Location", is(leadsTo + "?done=" + done));
  }

  private static ValidatableResponse reviewers(String instance, String form, String... typed) {
    var page = by("admin").get(instance).then().extract().asString();
    return by("admin")
        .formParam("form-token", found(TOKEN, page))
        .formParam("version", found(VERSION, page).replace("&quot;", "\""))
        .formParam("reviewer", List.of(typed))
        .post(instance + form)
        .then();
  }

  private static ValidatableResponse send(String user, String form, String token) {
    return by(user).formParam("form-token", token).post(form).then();
  }

  private static String token(String user, String page) {
    return found(TOKEN, by(user).get(page).then().extract().asString());
  }

  private static String found(Pattern pattern, String page) {
    var found = pattern.matcher(page);
    assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
    return found.group(1);
  }

  private static RequestSpecification by(String user) {
    var session =
        RestAssured.given()
            .redirects()
            .follow(false)
            .formParam("user", Organisation.id(user))
            .post("/reviews/sign-in")
            .then()
            .statusCode(303)
            .extract()
            .detailedCookies();
    return RestAssured.given().redirects().follow(false).cookies(session);
  }

  private static String[] members(int number) {
    return IntStream.range(0, number).mapToObj(i -> "member" + i).toArray(String[]::new);
  }

  private static void role(String user, String role) {
    json("{\"principalId\":\"%s\",\"roleDefinitionId\":\"%s\",\"directoryScopeId\":\"/\"}"
            .formatted(Organisation.id(user), role))
        .post("/v1.0/roleManagement/directory/roleAssignments")
        .then()
        .statusCode(201);
  }
}
