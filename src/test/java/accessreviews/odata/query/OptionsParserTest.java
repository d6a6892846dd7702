package accessreviews.odata.query;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.refusal.Refused;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of a request, and those inside of {@code $expand}. */
class OptionsParserTest {
  @Test
  void nestedOptionsAreReadAsTheirNamesSay() {
    var options =
        OptionsParser.parse(
            Map.of(
                "$expand",
                "a( $Select = id , status ; $filter=x eq 'a;b)' ;$orderby=y desc;$top=7;$count=true;$expand=b(select=z)),c"));

    var nested = options.expand().getFirst().options();
    assertThat(options.expand())
        .extracting(QueryOptions.Expand::property)
        .containsExactly("a", "c");
    assertThat(nested.select()).containsExactly("id", "status");
    assertThat(nested.filter()).hasToString("Optional[x eq 'a;b)']");
    assertThat(nested.orderBy()).contains(new QueryOptions.Order("y", true));
    assertThat(nested.top()).hasValue(7);
    assertThat(nested.count()).isTrue();
    assertThat(nested.expand().getFirst().options().select()).containsExactly("z");
    assertThat(nested.texts())
        .containsExactly(
            Map.entry("$select", "id , status"),
            Map.entry("$filter", "x eq 'a;b)'"),
            Map.entry("$orderby", "y desc"),
            Map.entry("$top", "7"),
            Map.entry("$count", "true"),
            Map.entry("$expand", "b(select=z)"));
  }

  @Property(tries = 3000)
  void nothingButARefusalIsThrown(@ForAll("names") String name, @ForAll("texts") String text) {
    try {
      assertThat(OptionsParser.parse(Map.of(name, text)).texts()).containsEntry(name, text);
    } catch (Refused refused) {
      assertThat(refused.target()).isEqualTo(name);
      assertThat(refused.sentence()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "$expand", "$select", "$orderby", "$filter", "$count", "$top", "$skip", "$format");
  }

  @Provide
  Arbitrary<String> texts() {
    var words =
        Arbitraries.of(
            "a",
            "(",
            ")",
            ";",
            ",",
            "=",
            "/",
            "$select",
            "$filter",
            "$expand",
            "$top",
            "$count",
            "$orderby",
            "desc",
            "true",
            "1",
            "'x'",
            "eq",
            "*",
            " ",
            "'");
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(40),
        words.list().ofMaxSize(25).map(list -> String.join("", list)),
        words.list().ofMaxSize(25).map(list -> "a(" + String.join(" ", list) + ")"));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 40})
  void anExpansionEndsAtItsThirdLevel(int levels) {
    var text = "a($expand=".repeat(levels - 1) + "a" + ")".repeat(levels - 1);
    try {
      OptionsParser.parse(Map.of("$expand", text));
      assertThat(levels).isZero();
    } catch (Refused refused) {
      assertThat(refused.sentence()).contains("it expands deeper than 3 levels");
    }
  }
}
