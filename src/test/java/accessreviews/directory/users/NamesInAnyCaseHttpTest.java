package accessreviews.directory.users;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.directory.DirectoryHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Principal names match in any case as the database has it. Java has another lower case of some
 * letters: of a final sigma, of an I with a dot.
 */
@QuarkusTest
class NamesInAnyCaseHttpTest extends DirectoryHttpTest {
  private static final List<String> NAMES = List.of("ΑΣ", "İda", "ΟΔΟΣ x", "ß", "Zoë");

  @BeforeEach
  void people() {
    NAMES.forEach(name -> Organisation.user(name, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ΑΣ", "İda", "ΟΔΟΣ x", "ß", "Zoë"})
  void aNameIsFoundAsItWasSent(String name) {
    var sent = "'" + name + "@contoso.com'";
    for (var filter :
        List.of("userPrincipalName eq " + sent, "userPrincipalName in (" + sent + ")")) {
      assertThat(found("?$filter=" + encoded(filter))).containsExactly(name);
    }
    assertThat(found("?$filter=" + encoded("not (userPrincipalName eq " + sent + ")")))
        .hasSize(NAMES.size() - 1);
  }

  @Test
  void aListOfNamesFindsThemAll() {
    var names = NAMES.stream().map(name -> "'" + name + "@contoso.com'").toList().toString();
    var filter = "userPrincipalName in (" + names.substring(1, names.length() - 1) + ")";
    assertThat(found("?$filter=" + encoded(filter))).containsExactlyInAnyOrderElementsOf(NAMES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " desc"})
  void aPageBeginsAfterTheLastRowOfTheOneBefore(String direction) {
    var pages = new ArrayList<String>();
    var next = "/v1.0/users?$top=1&$orderby=" + encoded("userPrincipalName" + direction);
    while (next != null && pages.size() <= NAMES.size()) {
      var page = request().get(next).then().statusCode(200).extract().jsonPath();
      pages.addAll(page.getList("value.displayName", String.class));
      next = page.getString("'@odata.nextLink'");
    }
    assertThat(pages).containsExactlyInAnyOrderElementsOf(NAMES);
  }

  private static List<String> found(String query) {
    return request()
        .get("/v1.0/users" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("value.displayName", String.class);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
