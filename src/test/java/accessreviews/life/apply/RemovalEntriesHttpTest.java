package accessreviews.life.apply;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Each denied item has an entry in the evidence log, which says whether the access is gone. */
@QuarkusTest
class RemovalEntriesHttpTest extends LifeHttpTest {
  @Test
  void sayWhetherTheAccessWasSeenToBeGone() {
    Organisation.users("ada", "bob", "cleo", "dora", "eve", "boss");
    Organisation.group("inner", "cleo", "dora");
    Organisation.group("staff", "ada", "bob", "dora", "inner", "eve");
    var series = start(reviewOf("staff", user("boss")));
    var instance = latest(series);
    for (var denied : new String[] {"ada", "cleo", "dora", "eve"}) {
      decide(instance, denied, "Deny");
    }
    json("").post(instancePath(series, instance) + "/stop").then().statusCode(204);
    Organisation.leave("staff", "eve");
    advance("PT1H");

    json("").post(instancePath(series, instance) + "/applyDecisions").then().statusCode(204);

    assertThat(
            rows.strings(
                """
                select concat_ws(' | ', d.principal_name, e ->> 'result', e ->> 'description',
                  coalesce(e ->> 'confirmedAt', 'not gone'))
                from evidence_entry x, cast(x.entry as jsonb) e, access_review_decision_item d
                where x.type = 'removal' and x.instance_id = ?::uuid and d.id = x.item_id
                  and (e ->> 'itemId') = d.id::text and (e ->> 'principalId') = d.principal_id::text
                  and (e ->> 'resourceId') = d.resource_id::text
                order by 1""",
                instance))
        .containsExactly(
            "ada | AppliedSuccessfully | 2026-01-05T10:00:00.000Z",
            "cleo | ApplyNotSupported | The principal has the access through a group. | not gone",
            "dora | AppliedSuccessfully | The direct access is removed; the principal is still a"
                + " member through group \"inner\". | not gone",
            "eve | AppliedSuccessfullyButObjectNotFound | The principal no longer had the access."
                + " | 2026-01-05T10:00:00.000Z");
    assertThat(
            rows.strings(
                """
                select entry from evidence_entry
                where type = 'removal' and entry like '%ButObjectNotFound%'"""))
        .singleElement()
        .asString()
        .matches(
            "\\{\"type\":\"removal\",\"at\":\"2026-01-05T10:00:00.000Z\",\"actor\":\\{\"id\":\"0{8}(-0{4}){3}-0{12}\",\"displayName\":[^,]+,\"userPrincipalName\":[^,]+},\"definitionId\":\"[^\"]+\",\"instanceId\":\"[^\"]+\",\"itemId\":\"[^\"]+\",\"principalId\":\"[^\"]+\",\"resourceId\":\"[^\"]+\",\"result\":\"[^\"]+\",\"description\":\"[^\"]+\",\"confirmedAt\":\"[^\"]+\"}");
  }

  @Test
  void areNotWrittenForWhatIsKept() {
    Organisation.users("ada", "boss");
    Organisation.group("staff", "ada");
    var series = start(reviewOf("staff", user("boss")));
    decide(latest(series), "ada", "Approve");
    json("").post(instancePath(series, latest(series)) + "/stop").then().statusCode(204);

    json("").post(instancePath(series, latest(series)) + "/applyDecisions").then().statusCode(204);

    assertThat(rows.strings("select entry from evidence_entry where type = 'removal'")).isEmpty();
  }
}
