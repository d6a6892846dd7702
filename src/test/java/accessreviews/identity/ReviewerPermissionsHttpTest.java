package accessreviews.identity;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What creators and reviewers without a role may do with their reviews. */
@QuarkusTest
class ReviewerPermissionsHttpTest extends ReviewsOfEachKind {
  @Test
  void theCreatorReadsWhatTheyCreatedAndWritesNothing() {
    for (var call : ON_ONE_REVIEW) {
      var allowed = call.right().equals("read");
      assertThat(call.of(group).sendTo(as(Callers.user(Callers.CREATOR))).statusCode())
          .as(call.toString())
          .isEqualTo(allowed ? 200 : 403);
      assertThat(call.of(unknown).sendTo(as(Callers.user(Callers.CREATOR))).statusCode())
          .as(call.toString())
          .isEqualTo(403);
    }
    assertThat(as(Callers.user(Callers.CREATOR)).get(DEFINITIONS).<Integer>path("'@odata.count'"))
        .isEqualTo(2);
    assertThat(
            as(Callers.user(Callers.CREATOR)).get(DEFINITIONS + "/" + role.get("d")).statusCode())
        .as("of a Microsoft Entra role only roles read")
        .isEqualTo(403);
  }

  @Test
  void aReviewersExpansionGoesOnWhereTheyMayRead() {
    advance("P7D");
    var shown =
        Call.read("/{d}?$expand=instances($top=1)")
            .of(group)
            .sendTo(as(Callers.user(Callers.REVIEWER)));

    var next =
        as(Callers.user(Callers.REVIEWER)).get(shown.<String>path("'instances@odata.nextLink'"));

    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.jsonPath().getList("value.id"))
        .hasSize(1)
        .doesNotContain(shown.<String>path("instances[0].id"));
  }

  @Test
  void aReviewerReadsTheReviewAndItsInstanceButNoList() {
    var allowed = List.of("/{d}", "/{d}?$expand=instances($expand=stages)", "/{d}/instances/{i}");
    for (var call : ON_ONE_REVIEW) {
      assertThat(call.of(role).sendTo(as(Callers.user(Callers.REVIEWER))).statusCode())
          .as(call.toString())
          .isEqualTo(allowed.contains(call.path()) && call.method().equals("GET") ? 200 : 403);
    }
    assertThat(as(Callers.user(Callers.REVIEWER)).get(DEFINITIONS).statusCode()).isEqualTo(403);
  }

  @Test
  void aReviewerFindsTheirOwnReviewsAndNobodyElses() {
    var other = created(Series.aWeeklySeries().reviewedBy(Series.BOB).json());

    var own =
        as(Callers.user(Callers.REVIEWER)).get(DEFINITIONS + "/filterByCurrentUser(on='reviewer')");
    var instances =
        Call.read("/{d}/instances/filterByCurrentUser(on='reviewer')")
            .of(group)
            .sendTo(as(Callers.user(Callers.REVIEWER)));
    var stages =
        Call.read("/{d}/instances/{i}/stages/filterByCurrentUser(on='reviewer')")
            .of(group)
            .sendTo(as(Callers.user(Callers.REVIEWER)));

    assertThat(own.jsonPath().getList("value.id"))
        .containsExactlyInAnyOrder(group.get("d"), guarded.get("d"), role.get("d"));
    assertThat(instances.jsonPath().getList("value.id")).containsExactly(group.get("i"));
    assertThat(stages.jsonPath().getList("value.id")).containsExactly(group.get("s"));
    assertThat(as(Callers.user(Callers.REVIEWER)).get(DEFINITIONS + "/" + other).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anExpansionShowsAReviewerTheirOwnInstancesOnly() {
    advance("P7D");
    rows.execute("delete from access_review_reviewer where instance_id <> ?::uuid", group.get("i"));

    var call = Call.read("/{d}?$expand=instances").of(group);

    assertThat(call.sendTo(as(Callers.user(Callers.REVIEWER))).jsonPath().getList("instances.id"))
        .containsExactly(group.get("i"));
    assertThat(call.sendTo(as(Callers.user(Callers.CREATOR))).jsonPath().getList("instances.id"))
        .hasSize(2);
  }
}
