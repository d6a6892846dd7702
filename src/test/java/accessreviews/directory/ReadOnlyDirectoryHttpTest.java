package accessreviews.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import accessreviews.emulator.SwitchedOff;
import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A directory that is filled by import alone. */
@InProcessOnly("has a configuration of its own")
@QuarkusTest
@TestProfile(SwitchedOff.class)
class ReadOnlyDirectoryHttpTest {
  private static final String ID = "00000000-0000-4000-8000-0000000000f1";

  private final Rows rows = new Rows();

  @BeforeEach
  void empty() {
    rows.empty();
  }

  @Test
  void nobodyChangesSingleObjectsAndTheImportGoesOn() {
    for (var set :
        new String[] {
          "users", "groups", "servicePrincipals", "roleManagement/directory/roleDefinitions"
        }) {
      HttpTest.request()
          .contentType("application/json")
          .body("{\"displayName\":\"new\"}")
          .post("/v1.0/" + set)
          .then()
          .statusCode(403)
          .body("error.message", containsString("access-reviews.directory.writable"));
    }
    HttpTest.request().delete("/v1.0/users/" + ID).then().statusCode(403);

    HttpTest.request()
        .contentType("text/csv")
        .body("id,displayName,userPrincipalName\n" + ID + ",Ann,ann@contoso.com\n")
        .put("/directory/import?type=users")
        .then()
        .statusCode(200);

    HttpTest.request().get("/v1.0/users/" + ID).then().body("displayName", is("Ann"));
    assertThat(rows.strings("select display_name from directory_user")).containsExactly("Ann");
  }
}
