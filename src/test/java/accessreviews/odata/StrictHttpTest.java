package accessreviews.odata;

import static accessreviews.testing.rows.AStage.aStage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** A strict service refuses what the live one was seen refusing (observed.md, O20). */
@InProcessOnly("has a configuration of its own")
@QuarkusTest
@TestProfile(Strict.class)
class StrictHttpTest extends UpdateHttpTest {
  private static final String OF_BETA =
      "/identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId"
          + " eq '%1$s' and assignmentPolicyId eq '%1$s')".formatted(Series.GROUP);
  private static final String OF_V1 =
      ("/identityGovernance/entitlementManagement/assignments?$filter=accessPackage/id eq '%1$s' and"
              + " assignmentPolicy/id eq '%1$s'")
          .formatted(Series.GROUP);

  @Test
  void v1HasASpellingOfItsOwnForAccessPackages() {
    var beta = DEFINITIONS.replace("/v1.0/", "/beta/");

    assertRefused(
        Refusal.bad("queryNotSupported", "scope.query", "assignments?$filter=(accessPackage/id"),
        () -> json(Series.aSeries().ofScope(OF_BETA).json()).post(DEFINITIONS));
    json(Series.aSeries().ofScope(OF_BETA).json()).post(beta).then().statusCode(201);
    json(Series.aSeries().ofScope(OF_V1).json()).post(DEFINITIONS).then().statusCode(201);
    json(Series.aSeries().json()).post(DEFINITIONS).then().statusCode(201);
  }

  @Test
  void decisionsAndContactedReviewersHaveSmallPagesAndNoCount() {
    var stage = aStage().reviewedBy(ADA).in(rows);
    for (var list :
        new String[] {
          stage.instance().path() + "/decisions",
          stage.path() + "/decisions",
          stage.instance().path() + "/contactedReviewers"
        }) {
      assertRefused(
          Refusal.bad("invalidQueryOption", "$top", "at most 100"),
          () -> request().get(list + "?$top=101"));
      request().get(list + "?$top=100").then().statusCode(200);
      assertThat(request().get(list + "/$count").then().extract().statusCode())
          .as(list)
          .isEqualTo(404);
    }
    request().get(stage.instance().path() + "/stages?$top=101").then().statusCode(200);
    request().get(stage.instance().path() + "/stages/$count").then().statusCode(200);
  }
}
