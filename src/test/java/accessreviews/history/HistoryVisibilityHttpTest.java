package accessreviews.history;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks for reports, sees them and downloads them (C41; operations.md, 40 to 44; O18). */
@QuarkusTest
class HistoryVisibilityHttpTest extends HistoryHttpTest {
  private static final String UMA = user("uma", USER_ADMINISTRATOR);
  private static final String PAM = user("pam", PRIVILEGED_ROLE_ADMINISTRATOR);

  /** Uma's report can be about groups, Pam's about roles, too. */
  @ParameterizedTest(name = "{0}: lists {2}, reads {3}, her reports {4}, downloads {5} and {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Global Administrator              | 62e90394-69f5-4237-9190-012177145e10 | 2 | 200 | 200 | 200 | 200
          Global Reader                     | f2ef992c-3afb-46b9-b7cf-a126ee74c451 | 2 | 200 | 200 | 403 | 403
          Identity Governance Administrator | 45d8d3c5-c802-45c6-b32a-1d70b5e1e86e | 0 | 200 | 403 | 200 | 200
          User Administrator                | fe930be7-5e62-47db-91af-98c3a49a38b1 | 0 | 200 | 403 | 200 | 403
          Privileged Role Administrator     | e8611ab8-c189-46e8-94e1-60213ab1f814 | 0 | 200 | 403 | 403 | 200
          Security Administrator            | 194ae4cb-b126-40b2-bd5b-6091b380977d | 0 | 200 | 403 | 403 | 403
          Security Reader                   | 5d6b6bb7-de71-4623-b4af-96380a352509 | 0 | 200 | 403 | 403 | 403
          Application Administrator         | 9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3 | 0 | 403 | 403 | 403 | 403
          nobody in particular              | x                                    | 0 | 403 | 403 | 403 | 403
          """)
  void rolesSeeWhatTheTableSays(
      String name, String role, int listed, int read, int reports, int ofUma, int ofPam) {
    var uma = madeBy(UMA);
    var pam = madeBy(PAM);
    var other = user("other", role);

    assertThat(as(other).get(HISTORY).jsonPath().getList("value")).hasSize(listed);
    assertThat(as(other).get(HISTORY + "/$count").asString()).isEqualTo("" + listed);
    assertThat(as(other).get(HISTORY + "/" + uma).statusCode()).isEqualTo(read);
    for (var path : List.of(reports(uma), reports(uma) + "/$count", reports(uma) + "/" + uma)) {
      assertThat(as(other).get(path).statusCode()).as(path).isEqualTo(reports);
    }
    if (read == 200) {
      assertThat(
              as(other)
                  .get(HISTORY + "/" + uma + "?$expand=instances")
                  .jsonPath()
                  .getList("instances"))
          .hasSize(reports == 200 ? 1 : 0);
    }
    assertThat(as(other).post(link(uma)).statusCode()).isEqualTo(ofUma);
    assertThat(as(other).post(link(pam)).statusCode()).isEqualTo(ofPam);
    var unknown = Organisation.id("nothing");
    assertThat(as(other).get(HISTORY + "/" + unknown).statusCode())
        .isEqualTo(read == 200 ? 404 : 403);
    assertThat(as(other).post(link(unknown)).statusCode()).isEqualTo(read == 200 ? 404 : 403);
  }

  @Test
  void creatorsSeeTheirOwnWhateverTheirRoleIsNow() {
    var id = madeBy(UMA);
    madeBy(PAM);
    for (var uma :
        List.of(UMA, Tokens.claims(Organisation.id("uma"), "AccessReview.ReadWrite.All"))) {
      assertThat(as(uma).get(HISTORY).jsonPath().getList("value.id")).containsExactly(id);
      assertThat(
              as(uma).get(HISTORY + "?$expand=instances").jsonPath().getList("value[0].instances"))
          .hasSize(1);
      assertThat(as(uma).get(HISTORY + "/" + id).statusCode()).isEqualTo(200);
      assertThat(as(uma).get(reports(id)).jsonPath().getList("value.id")).containsExactly(id);
      assertThat(as(uma).post(link(id)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void applicationsSeeAll() {
    var id = madeBy(UMA);
    madeBy(PAM);

    assertThat(request().get(HISTORY).jsonPath().getList("value")).hasSize(2);
    assertThat(request().post(link(id)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"scp\":\"AccessReview.Read.All\",\"wids\":[\"62e90394-69f5-4237-9190-012177145e10\"]'",
    "'\"roles\":[\"AccessReview.Read.All\"]'"
  })
  void thePermissionToReadIsNotEnough(String claims) {
    var id = madeBy(UMA);
    var caller = "{\"oid\":\"%s\",%s}".formatted(Organisation.id("uma"), claims);

    for (var path :
        List.of(
            HISTORY,
            HISTORY + "/$count",
            HISTORY + "/" + id,
            reports(id),
            reports(id) + "/" + id)) {
      assertThat(as(caller).get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(as(caller).post(link(id)).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "Global Administrator, 62e90394-69f5-4237-9190-012177145e10, 201",
    "Global Reader, f2ef992c-3afb-46b9-b7cf-a126ee74c451, 201",
    "Identity Governance Administrator, 45d8d3c5-c802-45c6-b32a-1d70b5e1e86e, 201",
    "User Administrator, fe930be7-5e62-47db-91af-98c3a49a38b1, 201",
    "Privileged Role Administrator, e8611ab8-c189-46e8-94e1-60213ab1f814, 201",
    "Security Administrator, 194ae4cb-b126-40b2-bd5b-6091b380977d, 201",
    "Security Reader, 5d6b6bb7-de71-4623-b4af-96380a352509, 201",
    "Application Administrator, 9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3, 403",
    "nobody in particular, x, 403"
  })
  void rolesThatReadReviewsAskForReports(String name, String role, int status) {
    var answer =
        as(user("other", role))
            .contentType("application/json")
            .body(report("", OF_GROUPS))
            .post(HISTORY);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(rows.strings("select id from access_review_history_definition"))
        .hasSize(status == 201 ? 1 : 0);
  }

  @Test
  void aReportIsAboutWhatItsCreatorReads() {
    staff();
    start(reviewOf("staff", user("boss")));
    rows.execute(
        """
        insert into directory_role_assignment
          (id, principal_id, principal_type, role_definition_id, directory_scope_id,
           assignment_type, created_date_time)
        values (gen_random_uuid(), ?::uuid, 'user', ?::uuid, '/', 'Assigned', now())""",
        Organisation.id("bob"),
        GLOBAL_READER);
    start(
        reviewOf("staff", user("boss"))
            .ofScope("/roleManagement/directory/roleDefinitions/" + GLOBAL_READER));
    var both = report("", OF_GROUPS, scope("roleManagement"));

    assertThat(shown(madeBy(UMA, both), "ReviewType", "PrincipalName"))
        .containsExactly("group ada", "group bob");
    assertThat(shown(madeBy(PAM, both), "ReviewType", "PrincipalName"))
        .containsExactly("Microsoft Entra role bob");
    assertThat(shown(made(both), "ReviewType", "PrincipalName"))
        .containsExactly("Microsoft Entra role bob", "group ada", "group bob");
  }

  private static String link(String id) {
    return reports(id) + "/" + id + "/generateDownloadUri";
  }

  private static String madeBy(String caller) {
    return madeBy(caller, report("", OF_GROUPS));
  }

  private static String madeBy(String caller, String body) {
    String id =
        as(caller)
            .contentType("application/json")
            .body(body)
            .post(HISTORY)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    advance("PT0S");
    return id;
  }
}
