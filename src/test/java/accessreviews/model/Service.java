package accessreviews.model;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as the model sees it: what can be asked of it, and what it looks like. */
final class Service extends HttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GROUP_NAME =
      "(select g.name from unnest(?::uuid[], ?::text[]) g (id, name) where g.id = i.resource_id)";

  private static final String ITEMS =
      """
      select concat(i.definition_id, ' ', to_char(i.start_date_time at time zone 'UTC', 'YYYY-MM-DD'),
        ' ', %s, ' item ', d.principal_name, ' in ', coalesce(nullif(d.stage, ''), '0'), ' ',
        d.decision,
        (select ' {' || string_agg(s.stage || '=' || s.decision, ', ' order by s.stage) || '}'
         from access_review_stage_decision s where s.item_id = d.id),
        ' advised ', d.recommendation, ' by ',
        coalesce(
          (select string_agg(r.display_name, ', ' order by r.display_name)
           from access_review_reviewer r
           where r.instance_id = d.instance_id and r.stage = d.stage
             and (r.listed = d.route or r.user_id = d.reviewer_id)), 'nobody'),
        ', ', case when d.decision = 'Deny' and d.apply_result in
          ('AppliedSuccessfully', 'AppliedSuccessfullyButObjectNotFound') then 'Denied'
          else d.apply_result end)
      from access_review_decision_item d join access_review_instance i on i.id = d.instance_id"""
          .formatted(GROUP_NAME);

  private static final String CONTACTED =
      """
      select concat(i.definition_id, ' ', to_char(i.start_date_time at time zone 'UTC', 'YYYY-MM-DD'),
        ' ', %s, ' contacted ', coalesce(nullif(r.stage, ''), '0'), ': ',
        string_agg(r.display_name, ', ' order by r.display_name))
      from access_review_reviewer r join access_review_instance i on i.id = r.instance_id
      where r.contacted group by i.id, r.stage"""
          .formatted(GROUP_NAME);

  private static final String MEMBERS =
      """
      select concat('group ', g.display_name, ': ',
        (select string_agg(u.display_name, ', ' order by u.display_name)
         from directory_group_member m join directory_user u on u.id = m.member_id
         where m.group_id = g.id))
      from directory_group g""";

  /** There are none: what is counted is what is there. */
  private static final String MISCOUNTED =
      """
      with counted as (select instance_id, stage, route, items from access_review_item_count),
      there as (
        select instance_id, stage, route, count(*) from access_review_decision_item group by 1, 2, 3)
      (select concat_ws(' ', instance_id, stage, route, items, 'counted')
       from (table counted except table there) wrong)
      union all
      (select concat_ws(' ', instance_id, stage, route, count, 'there')
       from (table there except table counted) missed)""";

  private final Rows stored;
  private final Object[] groups = {
    People.GROUPS.stream().map(Organisation::id).toArray(String[]::new),
    People.GROUPS.toArray(String[]::new)
  };

  Service(Rows rows) {
    this.stored = rows;
  }

  /** An answer without its body, but for the reason of a refusal. */
  record Outcome(int status, @Nullable String reason) {
    static final Outcome OK = new Outcome(200, null);
    static final Outcome DONE = new Outcome(204, null);

    static Outcome conflict(String reason) {
      return new Outcome(409, reason);
    }
  }

  static String create(String body) {
    return created(body);
  }

  static Outcome patch(String path, String body) {
    return answer(json(body).patch(DEFINITIONS + "/" + path));
  }

  static Outcome stop(String path) {
    return answer(request().post(DEFINITIONS + "/" + path + "/stop"));
  }

  static Outcome delete(String series) {
    return answer(request().delete(DEFINITIONS + "/" + series));
  }

  static void pass(int hours) {
    advance("PT" + hours + "H");
  }

  private static Outcome answer(Response response) {
    return new Outcome(
        response.statusCode(),
        response.statusCode() < 300 ? null : response.path("error.innerError.code"));
  }

  /** The id of the instance that starts on a day, of a group. */
  String instance(String series, String key) {
    var day = key.substring(0, 10);
    var found =
        stored.strings(
            """
            select id from access_review_instance
            where definition_id = ?::uuid and resource_id = ?::uuid
              and to_char(start_date_time at time zone 'UTC', 'YYYY-MM-DD') = ?""",
            series,
            Organisation.id(key.substring(11)),
            day);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  String stage(String instance, int index) {
    return stored
        .strings(
            "select id from access_review_stage where instance_id = ?::uuid and stage_id = ?",
            instance,
            Integer.toString(index + 1))
        .getFirst();
  }

  /** An application, which may answer whatever is open, decides on one principal. */
  static Outcome decide(String path, String user, String decision) {
    return answer(
        json("{\"decision\":\"%s\",\"justification\":\"known\",\"principalId\":\"%s\"}"
                .formatted(decision, Organisation.id(user)))
            .post(DEFINITIONS + "/" + path + "/batchRecordDecisions"));
  }

  /** All there is, a line each, with {@code names} for the ids of series. */
  List<String> lines(Map<String, String> names) {
    var lines = new ArrayList<String>();
    for (var one : shown().path("value")) {
      var series = one.path("id").asText();
      lines.add(series + " " + one.path("status").asText());
      one.path("instances").forEach(instance -> add(lines, series, instance));
    }
    lines.addAll(stored.strings(ITEMS, groups));
    lines.addAll(stored.strings(CONTACTED, groups));
    lines.addAll(stored.strings(MISCOUNTED));
    var named = new ArrayList<String>();
    for (var line : lines) {
      var id = line.substring(0, Organisation.id("").length());
      named.add(names.getOrDefault(id, id) + line.substring(id.length()));
    }
    named.addAll(stored.strings(MEMBERS));
    return named.stream().sorted().toList();
  }

  private static JsonNode shown() {
    var answer =
        request()
            .get(
                DEFINITIONS.replace("/v1.0/", "/beta/")
                    + "?$top=100&$expand=instances($expand=stages)")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).doesNotContain("nextLink");
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer, e);
    }
  }

  private static void add(List<String> lines, String series, JsonNode instance) {
    var scope = instance.path("scope").toString();
    var group =
        People.GROUPS.stream().filter(name -> scope.contains(Organisation.id(name))).toList();
    assertThat(group).hasSize(1);
    var key =
        "%s %s %s "
            .formatted(
                series, instance.path("startDateTime").asText().substring(0, 10), group.getFirst());
    lines.add(
        key
            + "instance "
            + window(instance)
            + (instance.path("errors").isEmpty() ? "" : " failed"));
    var number = 1;
    for (var stage : instance.path("stages")) {
      lines.add(key + "stage " + number++ + " " + window(stage));
    }
  }

  private static String window(JsonNode one) {
    return one.path("startDateTime").asText()
        + ".."
        + one.path("endDateTime").asText()
        + " "
        + one.path("status").asText();
  }
}
