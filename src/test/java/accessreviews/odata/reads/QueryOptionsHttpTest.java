package accessreviews.odata.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.HttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Query options that are not taken, and values of {@code $top} and {@code $skip}. */
@QuarkusTest
class QueryOptionsHttpTest extends HttpTest {
  @ParameterizedTest
  @ValueSource(strings = {"$search", "$Search", "$apply", "$compute", "$nothing", "$"})
  void anOptionThatAListDoesNotTakeIsNamed(String option) {
    var instances = instancesOfASeries();
    for (var list : new String[] {DEFINITIONS, instances, onlyOne(instances) + "/stages"}) {
      refused(
          list, option, "status", "The query parameter '%s' is not supported.".formatted(option));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$search", "$filter", "$orderby", "$top", "$skip", "$count", "$skiptoken"})
  void anOptionThatASingleResourceDoesNotTakeIsNamed(String option) {
    var instances = instancesOfASeries();
    var instance = onlyOne(instances);
    var definition = instances.substring(0, instances.lastIndexOf('/'));
    for (var one : new String[] {definition, instance, onlyOne(instance + "/stages")}) {
      refused(one, option, "1", "The query parameter '%s' is not supported.".formatted(option));
    }
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          $top,  0,                    0,                    1 to 999
          $top,  -1,                   -1,                   1 to 999
          $top,  1000,                 1000,                 1 to 999
          $top,  99999999999,          99999999999,          1 to 999
          $top,  1.5,                  1.5,                  1 to 999
          $top,  1e2,                  1e2,                  1 to 999
          $top,  all,                  all,                  1 to 999
          $top,  %20,                  " ",                  1 to 999
          $top,  "",                   "",                   1 to 999
          $top,  1%00,                 "1\0",                 1 to 999
          $top,  0x10,                 0x10,                 1 to 999
          $skip, -1,                   -1,                   0 to 2147482648
          $skip, 2147482649,           2147482649,           0 to 2147482648
          $skip, 2147483648,           2147483648,           0 to 2147482648
          $skip, none,                 none,                 0 to 2147482648
          $skip, "",                   "",                   0 to 2147482648
          """)
  void aNumberOutOfRangeIsRefused(String option, String sent, String shown, String range) {
    var instances = instancesOfASeries();
    for (var list : new String[] {DEFINITIONS, instances, onlyOne(instances) + "/stages"}) {
      refused(
          list,
          option,
          sent,
          "Invalid value '%s' for the query option '%s': expected a whole number from %s."
              .formatted(shown, option, range));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$top=1",
        "$top=999",
        "$skip=0",
        "$skip=2147482648",
        "$top=999&$skip=2147482648",
        "$count=true",
        "$count=false",
        "$format=json",
        "$format=application/json;odata.metadata=minimal",
        "$Top=1",
        "%24COUNT=true",
        "%24top=1",
        "top=0",
        "search=x",
        "x=y"
      })
  void whatAListTakesOrIsNoOptionAtAllIsAnswered(String query) {
    var instances = instancesOfASeries();
    for (var list : new String[] {DEFINITIONS, instances, onlyOne(instances) + "/stages"}) {
      request().get(list + "?" + query).then().statusCode(200).body("'@odata.count'", is(1));
    }
  }

  private void refused(String path, String option, String value, String message) {
    changesNothing(
        () ->
            request()
                .get(path + "?" + option + "=" + value)
                .then()
                .statusCode(400)
                .contentType(is("application/json"))
                .body("error.code", is("BadRequest"))
                .body("error.message", is(message))
                .body("error.target", is(option))
                .body("error.innerError.code", is("invalidQueryOption")));
  }

  private static String instancesOfASeries() {
    return DEFINITIONS + "/" + created(ASeries.ofOneGroup().inStages(1, 1).body()) + "/instances";
  }

  private static String onlyOne(String collection) {
    var ids = request().get(collection).jsonPath().<String>getList("value.id");
    assertThat(ids).hasSize(1);
    return collection + "/" + ids.getFirst();
  }
}
