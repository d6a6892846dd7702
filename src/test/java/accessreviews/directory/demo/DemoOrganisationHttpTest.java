package accessreviews.directory.demo;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.directory.DirectoryHttpTest;
import accessreviews.testing.Threads;
import accessreviews.testing.lanes.InProcessOnly;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What dev mode and trials start with. */
@InProcessOnly("production does not contain the demo data")
@QuarkusTest
class DemoOrganisationHttpTest extends DirectoryHttpTest {
  private static final String MARKETING = "/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41";
  private static final String FALCON = "/groups/d1000000-0000-4000-8000-000000000003";

  @Inject AgroalDataSource database;

  @Test
  void anEmptyDirectoryIsFilledOnce() throws Exception {
    var demo = new DemoOrganisation(database, true);

    var filled = Threads.atOnce(4, demo::fillWhereEmpty);

    assertThat(Collections.frequency(filled, true)).isEqualTo(1);
    assertThat(get("/users/$count").asString()).isEqualTo("20");
    assertThat(get("/groups/$count").asString()).isEqualTo("5");
    assertThat(get(MARKETING + "/members/$count").asString()).isEqualTo("6");
    assertThat(get(MARKETING + "/transitiveMembers/$count").asString()).isEqualTo("8");
    assertThat(
            get(FALCON + "/members/microsoft.graph.user/$count?$filter=userType%20eq%20'Guest'")
                .asString())
        .isEqualTo("3");
    assertThat(get("/users/alexw@contoso.com/manager").<String>path("displayName"))
        .isEqualTo("Nestor Wilke");
    var administrator =
        "{\"oid\":\"2560f739-2e0e-4550-9fa0-1a1e67ae0ab8\",\"scp\":\"Directory.ReadWrite.All\"}";
    as(administrator).get("/v1.0/me").then().statusCode(200);
    as(administrator).delete("/v1.0" + FALCON).then().statusCode(204);
    assertThat(demo.fillWhereEmpty()).isFalse();
  }

  @Test
  void nothingElseStartsWithIt() {
    new DemoOrganisation(database, false).onStart(new StartupEvent());

    assertThat(get("/users/$count").asString()).isEqualTo("0");
  }
}
