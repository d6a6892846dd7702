package accessreviews.directory.groups;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.GraphRefusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.directory.DirectoryHttpTest;
import accessreviews.testing.GraphRefusal;
import accessreviews.testing.Threads;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members and owners: put in, taken out, and shown, through groups in groups. */
@Endpoint
@QuarkusTest
class MembersHttpTest extends DirectoryHttpTest {
  private static final String ROLE = "10000000-0000-4000-8000-000000000001";

  @Test
  void membersSayTheirType() {
    var group = group("Group");
    var ada = user("ada", ",\"userType\":\"Guest\"");
    var nested = group("Nested", ",\"groupTypes\":[\"Unified\"]");
    var app = application("App", ROLE);
    Stream.of(ada, nested, app).forEach(member -> add(group, member));

    var listed = get("/groups/" + group + "/members").jsonPath();

    assertThat(listed.getString("'@odata.context'")).endsWith("$metadata#directoryObjects");
    assertThat(listed.getInt("'@odata.count'")).isEqualTo(3);
    assertThat(listed.getMap("value.find { it.id == '" + ada + "' }"))
        .containsEntry("@odata.type", "#microsoft.graph.user")
        .containsEntry("userPrincipalName", "ada@contoso.com")
        .containsEntry("userType", "Guest")
        .doesNotContainKey("groupTypes");
    assertThat(listed.getMap("value.find { it.id == '" + nested + "' }"))
        .containsEntry("@odata.type", "#microsoft.graph.group")
        .containsEntry("groupTypes", List.of("Unified"))
        .doesNotContainKey("userType");
    assertThat(listed.getMap("value.find { it.id == '" + app + "' }"))
        .containsEntry("@odata.type", "#microsoft.graph.servicePrincipal")
        .containsEntry("displayName", "App")
        .containsKey("appId");
  }

  @Test
  void groupsThatContainEachOtherEnd() {
    var a = group("a");
    var b = group("b");
    var c = group("c");
    var ada = user("ada");
    var bob = user("bob");
    add(a, b);
    add(b, c);
    add(c, a);
    add(b, ada);
    add(c, ada);
    add(c, bob);

    assertThat(ids("/groups/" + a + "/members")).containsExactly(b);
    assertThat(ids("/groups/" + a + "/transitiveMembers"))
        .containsExactlyInAnyOrder(a, b, c, ada, bob);
    assertThat(ids("/groups/" + a + "/transitiveMembers/microsoft.graph.user"))
        .containsExactlyInAnyOrder(ada, bob);
    assertThat(ids("/groups/" + a + "/members/microsoft.graph.user")).isEmpty();
    assertThat(ids("/groups/" + b + "/members/microsoft.graph.user")).containsExactly(ada);
    assertThat(get("/groups/" + a + "/transitiveMembers/$count").asString()).isEqualTo("5");
    assertThat(get("/groups/" + a + "/transitiveMembers/microsoft.graph.user/$count").asString())
        .isEqualTo("2");
  }

  @Test
  void usersOfAGroupAreFilteredAndOrdered() {
    var group = group("Group");
    var zoe = user("zoe", ",\"userType\":\"Guest\"");
    var ann = user("ann", ",\"userType\":\"Guest\"");
    add(group, user("bob"));
    add(group, zoe);
    add(group, ann);

    assertThat(
            ids(
                "/groups/"
                    + group
                    + "/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType%20eq%20'Guest')"))
        .containsExactly(ann, zoe);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "members",
        "transitiveMembers",
        "owners",
        "members/microsoft.graph.user",
        "transitiveMembers/microsoft.graph.user"
      })
  void pagesFollowOneAnother(String collection) {
    var group = group("Group");
    var users = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      var user = user("user" + i);
      users.add(user);
      add(group, user);
      post("/groups/" + group + "/owners/$ref", ref(user)).statusCode(204);
    }

    var seen = new ArrayList<String>();
    var next = "/v1.0/groups/" + group + "/" + collection + "?$top=2&$select=id";
    while (next != null) {
      var page = request().get(next).then().statusCode(200).extract().jsonPath();
      assertThat(page.getInt("'@odata.count'")).isEqualTo(5);
      seen.addAll(page.getList("value.id", String.class));
      next = page.getString("'@odata.nextLink'");
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(users);
    if (!collection.endsWith("user")) {
      assertThat(seen).isSortedAccordingTo(String::compareTo);
    }
  }

  @Test
  void aMemberIsAddedOnceWhoeverAddsIt() throws Exception {
    var group = group("Group");
    var ada = user("ada");
    var path = "/groups/" + group + "/members/$ref";

    var answers = Threads.atOnce(8, () -> post(path, ref(ada)).extract().statusCode());

    assertThat(Collections.frequency(answers, 204)).isEqualTo(1);
    assertThat(Collections.frequency(answers, 409)).isEqualTo(7);
    alreadyThere("members").isTheAnswer(changesNothing(() -> post(path, ref(ada))));
    assertThat(ids("/groups/" + group + "/members")).containsExactly(ada);
  }

  private static GraphRefusal alreadyThere(String property) {
    return new GraphRefusal(
        409,
        "Conflict",
        "objectAlreadyExists",
        "@odata.id",
        "One or more added object references already exist for the following modified properties: '"
            + property
            + "'.");
  }

  @Test
  void aMemberIsTakenOut() {
    var group = group("Group");
    var ada = user("ada");
    add(group, ada);
    add(group, user("bob"));
    var path = "/groups/" + group + "/members/" + ada.toUpperCase(Locale.ROOT) + "/$ref";

    delete(path).statusCode(204);

    assertThat(ids("/groups/" + group + "/members")).hasSize(1).doesNotContain(ada);
    notFound(ada).isTheAnswer(changesNothing(() -> delete(path)));
  }

  @Test
  void ownersAreUsersAndApplications() {
    var group = group("Group");
    var app = application("App", ROLE);
    var ada = user("ada");
    for (var owned : List.of("/groups/" + group, "/servicePrincipals/" + app)) {
      var owners = owned + "/owners/$ref";
      post(owners, ref(ada)).statusCode(204);
      post(owners, ref(app)).statusCode(204);

      assertThat(ids(owned + "/owners")).containsExactlyInAnyOrder(ada, app);
      assertThat(get(owned + "/owners/$count").asString()).isEqualTo("2");
      alreadyThere("owners").isTheAnswer(changesNothing(() -> post(owners, ref(ada))));
      invalid("@odata.id", "a user or of a service principal")
          .isTheAnswer(changesNothing(() -> post(owners, ref(group))));
      delete(owned + "/owners/" + ada + "/$ref").statusCode(204);
      assertThat(ids(owned + "/owners")).containsExactly(app);
      notFound(ada).isTheAnswer(changesNothing(() -> delete(owned + "/owners/" + ada + "/$ref")));
    }
  }

  @Test
  void aReferenceNamesAnObjectThatIsThere() {
    var group = group("Group");
    for (var path :
        List.of("/groups/" + group + "/members/$ref", "/groups/" + group + "/owners/$ref")) {
      missing("@odata.id", "the URL of an object")
          .isTheAnswer(changesNothing(() -> post(path, "{}")));
      invalid("@odata.id", "the URL of an object")
          .isTheAnswer(changesNothing(() -> post(path, "{\"@odata.id\":\"x\"}")));
      new GraphRefusal(
              404,
              "ResourceNotFound",
              "resourceNotFound",
              "@odata.id",
              "No object of the directory has the id '" + NOBODYS_ID + "'.")
          .isTheAnswer(changesNothing(() -> post(path, ref(NOBODYS_ID))));
    }
  }

  @Test
  void whatIsDeletedLeavesEveryGroupAndOwnsNothing() {
    var group = group("Group");
    var nested = group("Nested");
    var ada = user("ada");
    var app = application("App", ROLE);
    var before = rows.everything();
    for (var object : List.of(user("eve"), group("Other"), application("Other", ROLE))) {
      add(group, object);
      add(nested, object);
    }
    var others = ids("/groups/" + group + "/members");
    for (var object : others) {
      if (get("/groups/" + object).statusCode() == 404) {
        post("/groups/" + nested + "/owners/$ref", ref(object)).statusCode(204);
        post("/servicePrincipals/" + app + "/owners/$ref", ref(object)).statusCode(204);
      } else {
        add(object, ada);
        post("/groups/" + object + "/owners/$ref", ref(ada)).statusCode(204);
      }
      for (var set : List.of("users", "groups", "servicePrincipals")) {
        request().delete("/v1.0/" + set + "/" + object);
      }
    }

    assertThat(rows.everything()).isEqualTo(before);
  }

  /** Whoever comes last: either nothing was added, or what was added went with the user. */
  @Test
  void addingAndDeletingAtOnceLeavesNoMemberThatIsNotThere() throws Exception {
    var group = group("Group");
    for (var i = 0; i < 10; i++) {
      var user = user("user" + i);
      var turn = new java.util.concurrent.atomic.AtomicInteger();

      var answers =
          Threads.atOnce(
              2,
              () ->
                  turn.getAndIncrement() == 0
                      ? post("/groups/" + group + "/members/$ref", ref(user)).extract().statusCode()
                      : delete("/users/" + user).extract().statusCode());

      assertThat(answers).contains(204).allMatch(status -> status == 204 || status == 404);
    }
    assertThat(get("/users/$count").asString()).isEqualTo("0");
    assertThat(ids("/groups/" + group + "/members")).isEmpty();
  }

  private static List<String> ids(String path) {
    return get(path).then().statusCode(200).extract().jsonPath().getList("value.id");
  }
}
