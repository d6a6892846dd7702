package accessreviews.directory.users;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import accessreviews.directory.DirectoryHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Managers of users, and references to them. */
@QuarkusTest
class ManagersHttpTest extends DirectoryHttpTest {
  @Test
  void aManagerIsSetReplacedShownAndTakenAway() {
    var ada = user("ada");
    var bob = user("bob");
    var eve = user("eve");

    notFound(ada + "/manager").isTheAnswer(get("/users/" + ada + "/manager").then());
    for (var manager : List.of(bob, eve)) {
      put("/users/" + ada + "/manager/$ref", ref(manager)).statusCode(204);
      get("/users/" + ada + "/manager")
          .then()
          .statusCode(200)
          .body("'@odata.context'", endsWith("$metadata#directoryObjects/$entity"))
          .body("'@odata.type'", is("#microsoft.graph.user"))
          .body("id", is(manager));
    }
    delete("/users/" + ada + "/manager/$ref").statusCode(204);
    notFound(ada + "/manager")
        .isTheAnswer(changesNothing(() -> delete("/users/" + ada + "/manager/$ref")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          https://graph.example/v1.0/users/ID             | 204
          http://localhost/beta/directoryObjects/ID       | 204
          /users/ID                                       | 204
          users('ID')                                     | 204
          https://graph.example/v1.0/users('ID')/         | 204
          https://graph.example/v1.0/groups/ID            | 404
          ID                                              | 400
          https://graph.example/v1.0/users/1              | 400
          https://graph.example/v1.0/users/ID/manager     | 400
          """)
  void aReferenceIsTheUrlOfAnObject(String url, int status) {
    var ada = user("ada");
    var body = "{\"@odata.id\":\"" + url.replace("ID", user("bob")) + "\"}";

    put("/users/" + ada + "/manager/$ref", body).statusCode(status);
    assertThat(get("/users/" + ada + "/manager").statusCode()).isEqualTo(status == 204 ? 200 : 404);
  }

  @Test
  void aManagerIsAUserThatIsThere() {
    var ada = user("ada");
    var path = "/users/" + ada + "/manager/$ref";
    var group = group("Group");

    invalid("@odata.id", "the URL of a user")
        .isTheAnswer(changesNothing(() -> put(path, ref(group))));
  }

  @Test
  void whoseManagerIsDeletedReportsToNobody() {
    var ada = user("ada");
    var bob = user("bob");
    put("/users/" + ada + "/manager/$ref", ref(bob)).statusCode(204);

    delete("/users/" + bob).statusCode(204);

    notFound(bob).isTheAnswer(get("/users/" + bob).then());
    assertThat(get("/users/" + ada + "/manager").statusCode()).isEqualTo(404);
    patch("/users/" + ada, "{\"displayName\":\"Still there\"}").statusCode(204);
  }
}
