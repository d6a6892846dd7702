package accessreviews.testing;

import static org.hamcrest.Matchers.lessThan;

import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A test in which an organisation reviews its access for a while. Objects go by their names. */
public abstract class LifeHttpTest extends SeriesHttpTest {
  /** Reviewed by {@code reviewers}: {@code /users/…}, {@code ./manager} and the like. */
  protected static Series reviewOf(String group, String... reviewers) {
    return Series.aSeries().ofScope(members(group)).reviewedBy(reviewers);
  }

  /** A review of every Microsoft 365 group's users. */
  protected static Series reviewOfAllTeams(String... reviewers) {
    return Series.aSeries()
        .ofScope("./members/microsoft.graph.user")
        .enumerating("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))")
        .reviewedBy(reviewers);
  }

  /** The users in a group, however they are in it. */
  protected static String members(String group) {
    return "/groups/" + Organisation.id(group) + "/transitiveMembers";
  }

  protected static String user(String name) {
    return "/users/" + Organisation.id(name);
  }

  /** Settings of {@code days} and a recurrence as {@link ASeries#recurring} has it. */
  protected static String settings(
      int days, String pattern, String range, String... furtherMembers) {
    return Stream.concat(
            Stream.of(
                "\"instanceDurationInDays\":" + days,
                "\"recurrence\":" + ASeries.recurrence(pattern, range)),
            Stream.of(furtherMembers))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Settings of a review that happens once. */
  protected static String once(int days, String... furtherMembers) {
    return settings(days, "once", "2026-01-05..", furtherMembers);
  }

  /** The {@code number}th stage, with further members, each with a comma before it. */
  protected static String stage(int number, int days, String members, String... reviewers) {
    return """
    {"stageId":"%d","dependsOn":[%s],"durationInDays":%d,"recommendationsEnabled":true,
     "reviewers":%s%s}"""
        .formatted(
            number,
            number == 1 ? "" : "\"" + (number - 1) + "\"",
            days,
            Series.scopes(reviewers),
            members);
  }

  protected static String start(Series series) {
    return created(series.json());
  }

  protected static String instancePath(String series, String instance) {
    return path(series) + "/instances/" + instance;
  }

  /** The id of the instance that started last. */
  protected static String latest(String series) {
    return instanceIds(series).getLast();
  }

  protected static String statusOf(String series, String instance) {
    return request()
        .get(instancePath(series, instance))
        .then()
        .statusCode(200)
        .extract()
        .path("status");
  }

  protected static void stop(String path) {
    request().post(path + "/stop").then().statusCode(204);
  }

  /** The id of the instance of the series that started last on {@code resource}. */
  protected String latestOf(String series, String resource) {
    return rows.strings(
            """
            select id from access_review_instance
            where definition_id = ?::uuid and resource_id = ?::uuid
            order by start_date_time desc limit 1""",
            series,
            Organisation.id(resource))
        .getFirst();
  }

  protected static String stagePath(String series, String instance, int index) {
    return instancePath(series, instance) + "/stages/" + stageIds(series, instance).get(index);
  }

  protected static void update(String path, String body) {
    json(body).patch(path).then().statusCode(lessThan(300));
  }

  protected static List<String> stageIds(String series, String instance) {
    return request()
        .get(instancePath(series, instance) + "/stages")
        .then()
        .statusCode(200)
        .extract()
        .path("value.id");
  }

  /** Who is reviewed in an instance, by name. */
  protected List<String> principals(String instance) {
    return items(instance, "principal_name");
  }

  /** Names and decisions of an instance: {@code ada Approve}. */
  protected List<String> decisions(String instance) {
    return items(instance, "principal_name || ' ' || decision");
  }

  /** Names and recommendations of an instance: {@code ada Deny}. */
  protected List<String> recommendations(String instance) {
    return items(instance, "principal_name || ' ' || recommendation");
  }

  /** Names and what came of applying: {@code ada AppliedSuccessfully}. */
  protected List<String> applied(String instance) {
    return items(instance, "principal_name || ' ' || apply_result");
  }

  private List<String> items(String instance, String shown) {
    return rows.strings(
        "select %s from access_review_decision_item where instance_id = ?::uuid order by 1"
            .formatted(shown),
        instance);
  }

  /** Who was contacted for an instance, in whatever stage, by name. */
  protected List<String> contacted(String instance) {
    return rows.strings(
        """
        select coalesce(display_name, user_id::text) from access_review_reviewer
        where instance_id = ?::uuid and contacted order by stage, 1""",
        instance);
  }

  /** Who may decide on whom now: {@code ada by boss}, {@code ada by boss, cleo}. */
  protected List<String> routes(String instance) {
    return rows.strings(
        """
        select d.principal_name || ' by ' || coalesce(
          (select string_agg(coalesce(r.display_name, r.user_id::text), ', ' order by r.display_name)
           from access_review_reviewer r
           where r.instance_id = d.instance_id and r.stage = d.stage
             and (r.listed = d.route or r.user_id = d.reviewer_id)), 'nobody')
        from access_review_decision_item d where d.instance_id = ?::uuid order by 1""",
        instance);
  }

  /** One of those who review the principal now decides. */
  protected void decide(String instance, String principal, String decision) {
    var item =
        rows.strings(
                """
                select concat_ws(' ', i.definition_id, d.id, coalesce(d.reviewer_id,
                  (select min(r.user_id::text) from access_review_reviewer r
                   where r.instance_id = i.id and r.stage = d.stage and r.listed = d.route)::uuid))
                from access_review_decision_item d
                  join access_review_instance i on i.id = d.instance_id
                where i.id = ?::uuid and d.principal_name = ?""",
                instance,
                principal)
            .getFirst()
            .split(" ", -1);
    as("{\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"name\":\"decider\"}"
            .formatted(item[2]))
        .contentType("application/json")
        .body("{\"decision\":\"%s\",\"justification\":\"known\"}".formatted(decision))
        .patch(instancePath(item[0], instance) + "/decisions/" + item[1])
        .then()
        .statusCode(204);
  }

  /** Who is in a group now, by name. */
  protected static List<String> membersNow(String group) {
    return request()
        .get("/v1.0/groups/" + Organisation.id(group) + "/members")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .<String>getList("value.displayName")
        .stream()
        .sorted()
        .toList();
  }
}
