package accessreviews.definitions;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.Eventually;
import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A series with many items goes at once for those who look, and row by row afterwards. */
@InProcessOnly("stops what deletes the items")
@QuarkusTest
class DeleteLargeSeriesHttpTest extends HttpTest {
  private static final int ITEMS = 2 * DeletedInstances.PORTION + 1;
  private static final String ALL = "/beta/identityGovernance/accessReviews/decisions";
  private static final String BOSS = "00000000-0000-4000-8000-00000000b055";
  private static final String LEFT =
      """
      select (select count(*) from access_review_decision_item) || ' items, '
        || (select count(*) from access_review_instance) || ' instances'""";

  @Inject Scheduler scheduler;

  @AfterEach
  void theSchedulerGoesOn() {
    scheduler.resume();
  }

  @Test
  void nobodySeesWhatIsBeingDeleted() throws Exception {
    var other = anInstance().in(rows);
    items(other.id(), 1);
    var instance = anInstance().reviewedBy("/users/" + BOSS).in(rows);
    items(instance.id(), ITEMS);
    var series = DEFINITIONS + "/" + instance.definition();
    var item =
        rows.strings(
                "select min(id::text) from access_review_decision_item where instance_id = ?::uuid",
                instance.id())
            .getFirst();
    request().get(ALL + "/" + item).then().statusCode(200);
    assertThat(count(ALL)).isEqualTo(ITEMS + 1);
    scheduler.pause();

    request().delete(series).then().statusCode(204);

    assertThat(rows.strings(LEFT)).containsExactly(ITEMS + 1 + " items, 2 instances");
    request().get(series).then().statusCode(404);
    request().get(instance.path()).then().statusCode(404);
    request().get(instance.path() + "/decisions").then().statusCode(404);
    request().get(instance.path() + "/decisions/" + item).then().statusCode(404);
    request().get(ALL + "/" + item).then().statusCode(404);
    request().post(instance.path() + "/stop").then().statusCode(404);
    request().delete(series).then().statusCode(404);
    assertThat(count(ALL)).isEqualTo(1);
    as("{\"oid\":\"%s\",\"scp\":\"AccessReview.Read.All\",\"wids\":[]}".formatted(BOSS))
        .get(ALL + "/filterByCurrentUser(on='reviewer')")
        .then()
        .statusCode(200)
        .body("'@odata.count'", is(1)); // that of the other series
    advance("P30D"); // nothing happens to it

    scheduler.resume();

    Eventually.becomes(List.of("1 items, 1 instances"), () -> rows.strings(LEFT));
    assertThat(count(ALL)).isEqualTo(1);
  }

  private static int count(String collection) {
    return request()
        .get(collection + "?$top=1")
        .then()
        .statusCode(200)
        .extract()
        .path("'@odata.count'");
  }

  /** Items of an instance, all of them the boss's own. */
  private void items(String instance, int number) {
    rows.execute(
        """
        insert into access_review_decision_item
          (id, version, instance_id, principal_id, principal_type, resource_id, resource_type,
           membership, outlier, stage, route, reviewer_id, recommendation, decision, justification,
           apply_result)
        select gen_random_uuid(), 0, ?::uuid, gen_random_uuid(), 'user', ?::uuid, 'group', 'direct',
          false, '', 'individual', ?::uuid, 'Approve', 'NotReviewed', '', 'New'
        from generate_series(1, ?)""",
        instance,
        UUID.randomUUID().toString(),
        BOSS,
        number);
  }
}
