package accessreviews.directory.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import accessreviews.refusal.Refused;
import accessreviews.testing.sql.SqlTest;
import io.agroal.api.AgroalDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a file are refused, by their values and by what the directory knows. */
class ImportChecksSqlTest extends SqlTest {
  private static final String ADA = "1ed8ac56-4827-4733-8f80-86adc2e67db5";
  private static final String BOB = "4562bcc8-c436-4f95-b7c0-4f8ce89dca5e";
  private static final String GROUP = "0a1b2c3d-0000-4000-8000-00000000000a";
  private static final String NOBODY = "ffffffff-0000-4000-8000-00000000000f";
  private static final String OTHER = "60860cdd-fb4d-4054-91ba-f75e04444aa6";

  private final ImportFile importing =
      new ImportFile(noPool(), Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC));

  @BeforeEach
  void twoUsersAndAGroup() throws Exception {
    taken(
        "users",
        "id,displayName,userPrincipalName\nADA,Ada,ada@contoso.com\nBOB,Bob,bob@contoso.com\n");
    taken("groups", "id,displayName\nGROUP,Group\n");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          users       | 1,x,x@y                                  | id                 | a GUID
          users       | NOBODY,,x@y                              | displayName        | Unicode text
          users       | NOBODY,x,                                | userPrincipalName  | at most 256 characters
          users       | NOBODY,x,x@y,Stranger                    | userType           | one of Member, Guest
          users       | NOBODY,x,x@y,,maybe                      | accountEnabled     | true or false
          users       | NOBODY,x,x@y,,,yesterday                 | lastSignInDateTime | a UTC date-time
          users       | NOBODY,x,x@y,,,+10000-01-01T00:00:00Z    | lastSignInDateTime | a UTC date-time
          users       | GROUP,x,x@y                              | id                 | no object of another kind has
          users       | NOBODY,x,ADA@contoso.com                 | userPrincipalName  | no other user has
          users       | OTHER,x,another@contoso.com              | id                 | no earlier line has
          users       | NOBODY,x,OTHER@contoso.com               | userPrincipalName  | no earlier line has
          groups      | ADA,x                                    | id                 | no object of another kind has
          groups      | OTHER,x                                  | id                 | no earlier line has
          groups      | GROUP,                                   | displayName        | Unicode text
          memberships | NOBODY,ADA                               | groupId            | the id of a group
          memberships | ADA,ADA                                  | groupId            | the id of a group
          memberships | GROUP,NOBODY                             | memberId           | the id of an object
          memberships | GROUP                                    | memberId           | a GUID
          managers    | NOBODY,ADA                               | userId             | the id of a user
          managers    | ADA,GROUP                                | managerId          | the id of a user, or nothing
          managers    | BOB,ADA                                  | userId             | a user that no earlier line has
          owners      | ADA,BOB                                  | objectId           | a group or of a service principal
          owners      | GROUP,GROUP                              | ownerId            | a user or of a service principal
          """)
  void aBadLineIsRefusedByTheMemberThatIsWrong(
      String type, String line, String member, String expected) {
    var before = rows.everything();

    var refused =
        catchThrowableOfType(Refused.class, () -> taken(type, good(type) + "\n" + line + "\n"));

    assertThat(refused.details())
        .extracting(Refused.Detail::target)
        .containsExactly("line 3, " + member);
    assertThat(refused.details().getFirst().message()).contains(expected);
    assertThat(rows.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"users, 1", "groups, 1", "memberships, 1", "managers, 1", "owners, 1"})
  void aGoodFileIsTakenAndChangesNothingTheSecondTime(String type, long changed) throws Exception {
    var file = good(type) + "\n";

    assertThat(taken(type, file).changed()).isEqualTo(changed);
    assertThat(taken(type, file).changed()).isZero();
  }

  /** All that is wrong is said, line by line; the check of values comes before the directory's. */
  @Test
  void everyBadLineIsSaidInItsOrder() {
    var unknown = "groupId,memberId\nGROUP,NOBODY\nNOBODY,ADA\nNOBODY,NOBODY\n";

    assertThat(targets("memberships", unknown))
        .containsExactly(
            "line 2, memberId", "line 3, groupId", "line 4, groupId", "line 4, memberId");
    assertThat(targets("memberships", unknown + "x,ADA\n")).containsExactly("line 5, groupId");
  }

  /** The later value would count, by chance. */
  @Test
  void namesThatDifferOnlyInCaseAreRefused() {
    assertThat(targets("groups", "id,displayName,DisplayName\nOTHER,one,two\n"))
        .containsExactly("line 1");
    rows.execute("drop table directory_import");
    var json = "{\"id\":\"%s\",\"displayName\":\"one\",\"%s\":\"two\"}\n";
    var lines =
        new JsonLines(
            new ByteArrayInputStream(
                (json.formatted(OTHER, "DISPLAYNAME") + json.formatted(NOBODY, "description"))
                    .getBytes(UTF_8)));

    var refused =
        catchThrowableOfType(
            Refused.class,
            () -> importing.take(ImportKind.groups, lines, connection(), kind -> {}));

    assertThat(refused.details()).extracting(Refused.Detail::target).containsExactly("line 1");
  }

  private List<String> targets(String type, String file) {
    return catchThrowableOfType(Refused.class, () -> taken(type, file)).details().stream()
        .map(Refused.Detail::target)
        .toList();
  }

  private static String good(String type) {
    return switch (type) {
      case "users" ->
          "id,displayName,userPrincipalName,userType,accountEnabled,lastSignInDateTime\n"
              + "OTHER,Other,other@contoso.com";
      case "groups" -> "id,displayName\nOTHER,Other";
      case "memberships" -> "groupId,memberId\nGROUP,ADA";
      case "managers" -> "userId,managerId\nBOB,ADA";
      default -> "objectId,ownerId\nGROUP,ADA";
    };
  }

  private ImportFile.Outcome taken(String type, String file) throws SQLException, IOException {
    rows.execute("drop table if exists directory_import");
    var ids =
        file.replaceAll("\\bADA(?=[,\\n])", ADA)
            .replaceAll("\\bBOB(?=[,\\n])", BOB)
            .replaceAll("\\bGROUP(?=[,\\n])", GROUP)
            .replaceAll("\\bNOBODY(?=[,\\n])", NOBODY)
            .replaceAll("\\bOTHER(?=[,\\n])", OTHER);
    var lines = new CsvLines(new ByteArrayInputStream(ids.getBytes(UTF_8)));
    return importing.take(ImportKind.valueOf(type), lines, connection(), kind -> {});
  }

  /** The connection is given to each call. */
  private static AgroalDataSource noPool() {
    return (AgroalDataSource)
        Proxy.newProxyInstance(
            AgroalDataSource.class.getClassLoader(),
            new Class<?>[] {AgroalDataSource.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
