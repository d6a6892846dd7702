package accessreviews.odata.query;

import static accessreviews.testing.GraphRefusal.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.refusal.Refused;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A URL below a service root, in its one spelling. */
class GraphUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          users/1                              | /users/1
          /Beta/users/1/                       | /beta/users/1
          /v1.0                                | /v1.0
          /v1.0x/users                         | /v1.0x/users
          /users('1')/manager                  | /users/1/manager
          /users(1)                            | /users/1
          ./members/microsoft.graph.user/?$Count=true&$filter=(userType+eq+'Guest') | ./members/microsoft.graph.user?$count=true&$filter=userType eq 'Guest'
          /groups/?$filter=a%20eq%20%27%26%27&$expand=principal | /groups?$filter=a eq '&'&$expand=principal
          /groups?                             | /groups
          """)
  void isRead(String text, String spelledOut) {
    assertThat(GraphUrl.parse(text)).hasToString(spelledOut);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          //users        | a segment of its path is empty
          /              | a segment of its path is empty
          ./             | a segment of its path is empty
          /users?x       | its option 'x' has no value
          /users?$filter=% | it has a stray percent sign
          /users?$filter=a eq | expected a property or a value at position 5, found the end
          """)
  void isRefusedWhereItIsNone(String text, String why) {
    assertThat(thrownBy(() -> GraphUrl.parse(text)).sentence()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1.0/users?$count=true              | /users
          /users?$count=TRUE&$filter=a eq 1    | /users?$filter=a eq 1
          /users?$count=false                  | /users?$count=false
          """)
  void asksTheSameUnderEitherRootAndCountedOrNot(String text, String question) {
    assertThat(GraphUrl.parse(text).question()).hasToString(question);
  }

  @Property
  void nothingButARefusalIsThrown(@ForAll String text) {
    try {
      var url = GraphUrl.parse(text);
      assertThat(url.toString()).isNotEmpty();
    } catch (Refused refused) {
      assertThat(refused.sentence()).isNotEmpty();
    }
  }
}
