package accessreviews.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read in tokens, as Microsoft Entra, Keycloak and others write them. */
class CallerTokenTest {
  private static final String ANN = "398164b1-5196-49dd-ada2-364b49f99b27";
  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"scp":"A B"}                                | user        | A B
          {"scp":["A","B"]}                            | user        | A B
          {"scope":"openid A"}                         | user        | A openid
          {"scp":"A","scope":"B"}                      | user        | A
          {"scp":""}                                   | user        |
          {"scp":"A","roles":["B"]}                    | user        | A
          {"roles":["A","B"]}                          | application | A B
          {"roles":"A"}                                | application | A
          {"roles":["x A"]}                            | application | x A
          {"roles":["A"],"idtyp":"app"}                | application | A
          {"roles":["A"],"scope":"openid"}             | user        | openid
          {"roles":["A"],"scope":"x","idtyp":"app"}    | application | A
          {"roles":["A"],"idtyp":"user"}               | user        |
          {"roles":["A"],"typ":"ID"}                   | user        |
          {"roles":["A"],"typ":"Bearer"}               | application | A
          {"roles":["A"],"nonce":"n"}                  | user        |
          {"roles":["A"],"at_hash":"h"}                | user        |
          {"roles":["A"],"tid":"t","oid":"x","sub":"y"} | user       |
          {"roles":["A"],"tid":"t","oid":"x","sub":"x"} | application | A
          {"roles":["A"],"tid":"t","oid":"x","sub":"y","idtyp":"app"} | application | A
          {"roles":["A"],"oid":"x","sub":"y"}          | application | A
          {}                                           | application |
          """)
  void saysWhoCallsAndWithWhichPermissions(String claims, String who, String permissions) {
    var caller = read(claims, Map.of());

    assertThat(caller.isApplication() ? "application" : "user").isEqualTo(who);
    assertThat(String.join(" ", new TreeSet<>(caller.permissions())))
        .isEqualTo(permissions == null ? "" : permissions);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"oid":"398164b1-5196-49dd-ada2-364b49f99b27"} | 398164b1-5196-49dd-ada2-364b49f99b27
          {"oid":"398164B1-5196-49DD-ADA2-364B49F99B27"} | 398164b1-5196-49dd-ada2-364b49f99b27
          {"oid":"ann"}                                  |
          {"oid":""}                                     |
          {"oid":42}                                     |
          {"oid":["398164b1-5196-49dd-ada2-364b49f99b27"]} | 398164b1-5196-49dd-ada2-364b49f99b27
          {"sub":"398164b1-5196-49dd-ada2-364b49f99b27"} |
          """)
  void saysTheObjectIdWhereItIsAGuid(String claims, String id) {
    assertThat(read(claims, Map.of()).id()).isEqualTo(id == null ? null : UUID.fromString(id));
  }

  @Test
  void saysDirectoryRolesOnlyWhereTheClaimIsThere() {
    assertThat(read("{}", Map.of()).directoryRoles()).isEmpty();
    assertThat(read("{\"wids\":[]}", Map.of()).directoryRoles()).contains(Set.of());
    assertThat(
            read("{\"wids\":[\"" + GLOBAL_ADMINISTRATOR + "\",\"nonsense\"]}", Map.of())
                .directoryRoles())
        .contains(Set.of(UUID.fromString(GLOBAL_ADMINISTRATOR)));
  }

  @Test
  void knowsPersonalAccountsByTheirTenant() {
    assertThat(read("{\"tid\":\"9188040D-6C67-4C5B-B112-36A304B66DAD\"}", Map.of()).isPersonal())
        .isTrue();
    assertThat(read("{\"tid\":\"" + ANN + "\"}", Map.of()).isPersonal()).isFalse();
  }

  @Test
  void findsClaimsWhereTheIssuerPutsThem() {
    var caller =
        read(
            """
            {"sub":"%s","realm_access":{"roles":["A"]},"https://x/wids":["%s"]}"""
                .formatted(ANN, GLOBAL_ADMINISTRATOR),
            Map.of(
                "access-reviews.claims.oid", "oid,sub",
                "access-reviews.claims.roles", "resource_access/x/roles,realm_access/roles",
                "access-reviews.claims.wids", "https://x/wids"));

    assertThat(caller.id()).hasToString(ANN);
    assertThat(caller.permissions()).containsExactly("A");
    assertThat(caller.directoryRoles()).contains(Set.of(UUID.fromString(GLOBAL_ADMINISTRATOR)));
  }

  @Test
  void aPermissionIsAWholeEntryOfAList() {
    var caller = read("{\"roles\":[\"Deny AccessReview.ReadWrite.All\"]}", Map.of());

    assertThat(Permission.ACCESS_REVIEW_READ_ALL.isIn(caller.permissions())).isFalse();
  }

  @Test
  void namesThatAreNoTextAreNone() {
    var caller = read("{\"name\":5,\"upn\":\"a\\u0000b\",\"preferred_username\":{}}", Map.of());

    assertThat(caller.displayName()).isNull();
    assertThat(caller.userPrincipalName()).isNull();
  }

  @Test
  void showsNamesWithTheirBlanks() {
    var caller = read("{\"name\":\"Ann Lee\",\"preferred_username\":\"ann@x\"}", Map.of());

    assertThat(caller.displayName()).isEqualTo("Ann Lee");
    assertThat(caller.userPrincipalName()).isEqualTo("ann@x");
  }

  private static CallerToken read(String claims, Map<String, String> settings) {
    try {
      var config =
          new SmallRyeConfigBuilder()
              .withMapping(ClaimsConfig.class)
              .withDefaultValues(settings)
              .build();
      return CallerToken.of(
          new DefaultJWTCallerPrincipal(JwtClaims.parse(claims)),
          config.getConfigMapping(ClaimsConfig.class));
    } catch (InvalidJwtException e) {
      throw new IllegalArgumentException(claims, e);
    }
  }
}
