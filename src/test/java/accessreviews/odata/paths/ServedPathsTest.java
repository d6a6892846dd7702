package accessreviews.odata.paths;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Resources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where paths lead to, and how they are spelled for the resources. */
class ServedPathsTest {
  private static final ServedPaths SERVED = new ServedPaths(DeclaredPaths.of(Resources.all()));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /v1.0/AR                                     | /v1.0/AR
          /v1.0/AR/                                    | /v1.0/AR
          /V1.0/IDENTITYgovernance/accessreviews       | /v1.0/AR
          /BETA/AR/Definitions                         | /beta/AR/definitions
          /v1.0/AR/definitions///                      | /v1.0/AR/definitions
          /v1.0/AR//definitions                        | /v1.0/AR/definitions
          /v1.0/AR/definitions/A-1                     | /v1.0/AR/definitions/A-1
          /v1.0/AR/definitions/a%2Fb/                  | /v1.0/AR/definitions/a%2Fb
          /v1.0/AR/definitions('A-1')                  | /v1.0/AR/definitions/A-1
          /v1.0/AR/DEFINITIONS(%27A-1%27)/             | /v1.0/AR/definitions/A-1
          /v1.0/AR/definitions%28%27A-1%27%29          | /v1.0/AR/definitions/A-1
          /v1.0/AR/definitions(%20'A-1'%20)            | /v1.0/AR/definitions/A-1
          /v1.0/AR/definitions(id='A-1')               | /v1.0/AR/definitions/A-1
          /v1.0/AR/definitions(A-1)                    | /v1.0/AR/definitions/A-1
          /v1.0/AR/definitions('it''s')                | /v1.0/AR/definitions/it%27s
          /v1.0/AR/definitions('a%2Fb')                | /v1.0/AR/definitions/a%2Fb
          /v1.0/AR/definitions('a+b c')                | /v1.0/AR/definitions/a%2Bb%20c
          /v1.0/AR/definitions('d')/instances('i')     | /v1.0/AR/definitions/d/instances/i
          /v1.0/AR/definitions('d')/Instances/i/Stages('s') | /v1.0/AR/definitions/d/instances/i/stages/s
          /v1.0/AR/definitions/%24count                | /v1.0/AR/definitions/$count
          /v1.0/AR/definitions/d/instances/$Count/     | /v1.0/AR/definitions/d/instances/$count
          /beta/AR/definitions/d/instances/i/Definition | /beta/AR/definitions/d/instances/i/definition
          /v1.0/$Batch                                 | /v1.0/$batch
          /beta/%24metadata/                           | /beta/$metadata
          """)
  void everySpellingIsUnderstood(String sent, String spelled) {
    assertThat(destination(sent, null)).isEqualTo(new PathTree.Resource(full(spelled), ""));
    assertThat(destination(spelled, null)).isEqualTo(new PathTree.Resource(full(spelled), ""));
  }

  @ParameterizedTest(name = "{0}?{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          filterByCurrentUser(on='reviewer')                        | -
          filterbycurrentuser(ON='Reviewer')/                       | -
          microsoft.graph.filterByCurrentUser(on='reviewer')        | -
          Microsoft.Graph.FilterByCurrentUser(on='reviewer')        | -
          filterByCurrentUser(%20on%20=%20'reviewer'%20)            | -
          filterByCurrentUser%28on%3D%27reviewer%27%29              | -
          filterByCurrentUser(on=microsoft.graph.options'reviewer') | -
          filterByCurrentUser(other=1,on='reviewer')                | -
          filterByCurrentUser                                       | on=reviewer
          filterByCurrentUser                                       | $top=1&on='reviewer'
          """)
  void aFunctionIsRecognized(String function, @Nullable String query) {
    for (var collection :
        new String[] {
          "definitions", "definitions/d/instances", "definitions/d/instances/i/stages"
        }) {
      assertThat(destination("/v1.0/AR/" + collection + "/" + function, query))
          .isEqualTo(
              new PathTree.Resource(
                  full("/v1.0/AR/" + collection + "/filterByCurrentUser"), "on=reviewer"));
    }
  }

  @ParameterizedTest(name = "{0}?{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          filterByCurrentUser                        | -            | is required: it must be 'reviewer'
          filterByCurrentUser                        | $top=1       | is required: it must be 'reviewer'
          filterByCurrentUser                        | %zz          | is required: it must be 'reviewer'
          filterByCurrentUser()                      | on=reviewer  | is required: it must be 'reviewer'
          filterByCurrentUser(by='reviewer')         | -            | is required: it must be 'reviewer'
          filterByCurrentUser(on='me')               | -            | is not valid: expected 'reviewer'
          filterByCurrentUser(on='')                 | -            | is not valid: expected 'reviewer'
          filterByCurrentUser(on=)                   | -            | is not valid: expected 'reviewer'
          filterByCurrentUser                        | on=me        | is not valid: expected 'reviewer'
          """)
  void aFunctionSaysWhatItsParameterMustBe(String function, @Nullable String query, String says) {
    assertThat(destination("/v1.0/AR/definitions/" + function, query))
        .isInstanceOfSatisfying(
            PathTree.WrongParameter.class,
            wrong -> {
              assertThat(wrong.refusal().target()).isEqualTo("on");
              assertThat(wrong.refusal().sentence()).contains(says);
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /v1.0/nothing                                       | nothing
          /v1.0/AR/definitions/d/nothing('x')/more            | nothing('x')
          /v1.0/AR/definitions/d/%6Eothing%28                 | %6Eothing%28
          /v1.0/AR/definitions()                              | definitions()
          /v1.0/AR/definitions('')                            | definitions('')
          /v1.0/AR/definitions('d')('e')                      | definitions('d')('e')
          /v1.0/AR/definitions('d                             | definitions('d
          /v1.0/AR/definitions('d'/e')                        | definitions('d'
          /v1.0/AR('d')                                       | accessReviews('d')
          /v1.0/AR/microsoft.graph.definitions                | microsoft.graph.definitions
          /v1.0/AR/definitions/d/instances/i/definition       | definition
          /beta/AR/definitions/d/instances/i/definition/stop  | stop
          /v1.0/AR/definitions/$count/d                       | d
          /v1.0/AR/definitions/d/filterByCurrentUser(on='reviewer') | filterByCurrentUser(on='reviewer')
          """)
  void theFirstUnknownSegmentIsNamedAsItWasSent(String sent, String segment) {
    assertThat(destination(sent, null)).isEqualTo(new PathTree.Unknown(segment));
  }

  /** Such a path comes without a token. Were its cost not linear, this would take hours. */
  @ParameterizedTest(name = "{0} … {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          filterByCurrentUser(on=   | 'x)
          filterByCurrentUser(on=   | x'
          filterByCurrentUser(on    | =
          filterByCurrentUser       | (
          definitions(id=           | x
          definitions(              | id'
          """)
  void aLongRunOfBlanksIsReadOnce(String before, String after) {
    for (var blank : new String[] {" ", "%20", "+", "''", ")", "a "}) {
      var sent = "/v1.0/AR/definitions/" + before + blank.repeat(100_000) + after;
      assertThat(destination(sent, null)).isNotNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/v1.0, /v1.0",
    "/BETA/, /beta",
    "/v1.0/IdentityGovernance, /v1.0/identityGovernance"
  })
  void aPathMayEndBeforeAnythingIsServed(String sent, String spelled) {
    assertThat(destination(sent, null)).isEqualTo(new PathTree.OnTheWay(spelled));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/", "/v1.0x/AR", "/v2.0/AR", "/AR", "/emulator/clock", "/q/health"})
  void otherPathsAreNotLookedAt(String sent) {
    assertThat(SERVED.destination(full(sent), null)).isEmpty();
    assertThat(ServedPaths.contain(full(sent))).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/v1.0/$metadata, true",
    "/beta/$metadata, true",
    "/dev/token, true",
    "/dev/mails, true",
    "/dev/mails/7, true",
    "/history/0e1f5c4b-6b1d-4d0a-9e3c-0a1b2c3d4e5f, true",
    "/history, false",
    "/history/1/2, false",
    "/v1.0/me, false",
    "/v1.0/$batch, false",
    "/directory/import, false"
  })
  void fewPathsNeedNoToken(String path, boolean open) {
    assertThat(SERVED.isOpen(path)).isEqualTo(open);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/directory/import, true",
    "/emulator/clock/, true",
    "/evidence/tile/0/x001/000.p/8, true",
    "/evidence/tile, false",
    "/emulator, false",
    "/history/1, true",
    "/history/1/, true",
    "/history, false",
    "/history/1/2, false",
    "/v1.0/me, false",
    "/nothing, false"
  })
  void somePathsAreOutsideOfTheServiceRoots(String path, boolean outside) {
    assertThat(SERVED.isOutside(path)).isEqualTo(outside);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/$batch, true",
    "$BATCH/, true",
    "/%24batch, true",
    "/$batch/x, false",
    "/me, false"
  })
  void aPathMayBeOneSegmentOnly(String path, boolean only) {
    assertThat(ServedPaths.isOnly("$batch", path)).isEqualTo(only);
  }

  private static PathTree.Destination destination(String sent, @Nullable String query) {
    return SERVED.destination(full(sent), query).orElseThrow();
  }

  private static String full(String path) {
    return path.replace("/AR", "/identityGovernance/accessReviews");
  }
}
