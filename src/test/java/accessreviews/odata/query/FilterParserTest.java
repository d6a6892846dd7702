package accessreviews.odata.query;

import static accessreviews.testing.GraphRefusal.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter is read as what it means, and refused with the place where that ends. */
class FilterParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          status eq 'InProgress'              | status eq 'InProgress'
          "  status  EQ\t'InProgress' "       | status eq 'InProgress'
          ((status eq 'a'))                   | status eq 'a'
          a eq 1 and b eq 2 or c eq 3         | a eq 1 and b eq 2 or c eq 3
          (a eq 1 or b eq 2) and c eq 3       | (a eq 1 or b eq 2) and c eq 3
          (a eq 1 and b eq 2) and c eq 3      | a eq 1 and b eq 2 and c eq 3
          a eq 1 or (b eq 2 or c eq 3)        | a eq 1 or b eq 2 or c eq 3
          not a eq 1 and b eq 2               | not (a eq 1) and b eq 2
          not not (a eq 1)                    | not (not (a eq 1))
          'a' ne status                       | 'a' ne status
          displayName eq 'O''Neil'            | displayName eq 'O''Neil'
          displayName eq ''                   | displayName eq ''
          displayName eq 'a and (b'           | displayName eq 'a and (b'
          displayName eq 'Ünïcode 😀'         | displayName eq 'Ünïcode 😀'
          a gt 1 and a ge -1.5 and a lt 2e3 and a le 0 | a gt 1 and a ge -1.5 and a lt 2e3 and a le 0
          a eq null or a eq TRUE or a eq false | a eq null or a eq true or a eq false
          start ge 2026-01-05T09:00:00Z       | start ge 2026-01-05T09:00:00Z
          start ge 2026-01-05T09:00:00.1234567+01:00 | start ge 2026-01-05T09:00:00.1234567+01:00
          day eq 2026-01-05                   | day eq 2026-01-05
          id eq 9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3 | id eq 9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3
          id eq ab895d92-2cd3-44c7-9d02-a6ac2d5ea5c3 | id eq ab895d92-2cd3-44c7-9d02-a6ac2d5ea5c3
          status in ('a', 'b','c')            | status in ('a','b','c')
          status IN ('a')                     | status in ('a')
          contains(scope/query,'/groups')     | contains(scope/query,'/groups')
          Contains( scope/microsoft.graph.accessReviewQueryScope/query , './members' ) | contains(scope/microsoft.graph.accessReviewQueryScope/query,'./members')
          startswith(displayName,'a') eq true | startswith(displayName,'a') eq true
          groupTypes/any(c:c eq 'Unified')    | groupTypes/any(c:c eq 'Unified')
          resourceProvisioningOptions/Any(x : x eq 'Team') | resourceProvisioningOptions/any(x:x eq 'Team')
          a/b/all(x:x/c eq 1 and x/d eq 2)    | a/b/all(x:x/c eq 1 and x/d eq 2)
          isof(principal,'microsoft.graph.user') | isof(principal,'microsoft.graph.user')
          isof(principal,microsoft.graph.user) | isof(principal,'microsoft.graph.user')
          microsoft.graph.user/userType eq 'Member' | microsoft.graph.user/userType eq 'Member'
          """)
  void isRead(String text, String spelledOut) {
    var filter = parse(text);

    assertThat(filter).hasToString(spelledOut);
    assertThat(parse(filter.toString())).isEqualTo(filter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                     | expected a property or a value at position 1, found the end
          status eq              | expected a property or a value at position 10, found the end
          status eq 'a           | the string that begins at position 11 has no end
          status eq 'a' b        | expected the end at position 15, found 'b'
          status eq 'a' and      | expected a property or a value at position 18, found the end
          eq 'a'                 | expected a property or a value at position 1, found 'eq'
          (status eq 'a'         | expected ')' at position 15, found the end
          status eq 'a')         | expected the end at position 14, found ')'
          status in 'a'          | expected '(' at position 11, found ''a'
          status in ()           | expected a property or a value at position 12, found ')'
          status in ('a' 'b')    | expected ')' at position 16, found ''b'
          contains(a,            | expected a property or a value at position 12, found the end
          a/ eq 1                | expected the end at position 7, found '1'
          a//b eq 1              | expected the name of a property at position 3, found '/'
          a/every(c:c eq 1)      | 'every' is no function of a collection: expected any or all
          a/any(c eq 1)          | expected ':' at position 9, found 'eq'
          a/any()                | expected the name of a variable at position 7, found ')'
          a eq 1.2.3             | expected a number, a date-time or a GUID at position 6, found '1.2.3'
          a eq 12ab              | expected a number, a date-time or a GUID at position 6, found '12ab'
          a eq #                 | expected a property or a value at position 6, found '#'
          a == 1                 | expected the end at position 3, found '='
          """)
  void isRefusedAtThePlaceWhereItIsWrong(String text, String why) {
    var refused = thrownBy(() -> parse(text));

    assertThat(refused.reason()).isEqualTo(Refusal.INVALID_QUERY_OPTION);
    assertThat(refused.target()).isEqualTo("$filter");
    assertThat(refused.sentence())
        .isEqualTo("Invalid value for the query option '$filter': " + why + ".");
  }

  @ParameterizedTest
  @CsvSource({"31, true", "33, false", "5000, false"})
  void nestsSoDeepAndNoDeeper(int levels, boolean read) {
    for (var opening : new String[] {"(", "not ", "f(", "a/any(c:"}) {
      var closing = opening.endsWith(" ") ? "" : ")";
      var text = opening.repeat(levels) + "a eq 1" + closing.repeat(levels);
      var limits = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);
      if (read) {
        assertThat(FilterParser.parse("$filter", text, limits)).isNotNull();
      } else {
        assertThat(thrownBy(() -> FilterParser.parse("$filter", text, limits)).sentence())
            .contains("it nests deeper than 32 levels");
      }
    }
  }

  @Test
  void isOnlySoLong() {
    var long4096 = "a eq '" + "x".repeat(4089) + "'";

    assertThat(parse(long4096)).isNotNull();
    assertThat(thrownBy(() -> parse(long4096 + " ")).sentence())
        .contains("it is longer than 4096 characters");
  }

  @Test
  void asksOnlySoMuch() {
    assertThat(parse("a eq 1" + " or a eq 1".repeat(99)).toString()).contains("or");
    assertThat(thrownBy(() -> parse("a eq 1" + " or a eq 1".repeat(100))).sentence())
        .contains("more than 100 comparisons are not supported");
    assertThat(thrownBy(() -> parse("a in (1" + ",1".repeat(100) + ")")).sentence())
        .contains("more than 100 comparisons are not supported");
  }

  @Test
  void tenThousandConditionsOfABodyAreNoStack() {
    var many = "a eq 1" + " and a eq 1".repeat(10_000) + " or a eq 1".repeat(10_000);

    assertThat(FilterParser.parse("$filter", many, Limits.BODY)).isNotNull();
  }

  @Property(tries = 5000)
  void nothingButARefusalIsThrown(@ForAll("texts") String text) {
    try {
      var filter = parse(text);
      assertThat(parse(filter.toString())).isEqualTo(filter);
    } catch (Refused refused) {
      assertThat(refused.sentence()).startsWith("Invalid value for the query option '$filter'");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    var words =
        Arbitraries.of(
            "status",
            "eq",
            "in",
            "and",
            "or",
            "not",
            "(",
            ")",
            ",",
            ":",
            "/",
            "'a'",
            "'",
            " ",
            "any",
            "isof",
            "1",
            "-",
            "2026-01-05",
            "null",
            "microsoft.graph.user",
            "$it",
            ";",
            "=",
            "é");
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(40),
        words.list().ofMaxSize(30).map(list -> String.join(" ", list)),
        words.list().ofMaxSize(30).map(list -> String.join("", list)));
  }

  private static Expression parse(String text) {
    return FilterParser.parse("$filter", text, Limits.REQUEST);
  }
}
