package accessreviews.decisions;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Tokens;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Statements;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL answers reads of decisions from indexes, where an instance has many. */
@InProcessOnly("looks at the statements that it sends")
@QuarkusTest
class DecisionIndexesHttpTest extends UpdateHttpTest {
  private static final String PRIMARY = "00000000-0000-4000-8000-0000000000a1";
  private static final String FALLBACK = "00000000-0000-4000-8000-0000000000b1";
  private static final String MANAGER = "00000000-0000-4000-8000-0000000000d1";
  private static final String OWN = "/decisions/filterByCurrentUser(on='reviewer')";
  private static final String ITEMS = "access_review_decision_item";
  private static final int MANY = 20_000;

  @Inject @PersistenceUnitExtension Statements statements;

  private AnInstance.Stored instance = new AnInstance.Stored("", "");
  private AStage.Stored stage = new AStage.Stored(instance, "");

  @BeforeEach
  void manyItems() {
    instance = anInstance().in(rows);
    stage = aStage().of(instance).in(rows);
    anItem().inStage("1", "primary", null).in(instance, rows);
    rows.insert(
        "access_review_decision_item",
        """
        select r.*
        from access_review_decision_item d, generate_series(1, ?) i, jsonb_populate_record(d,
          jsonb_build_object(
            'id', gen_random_uuid(), 'principal_id', gen_random_uuid(),
            'route', case when i % 1000 = 0 then 'fallback' else 'primary' end,
            'reviewer_id', case when i % 500 = 0 then ? end,
            'decision', case when i % 1000 = 0 then 'Deny' else 'NotReviewed' end)) r""",
        MANY,
        MANAGER);
    var other = anInstance().in(rows);
    rows.insert( // as many again, of another instance
        "access_review_decision_item",
        """
        select r.*
        from access_review_decision_item d, jsonb_populate_record(d,
          jsonb_build_object('id', gen_random_uuid(), 'instance_id', ?::uuid)) r""",
        other.id());
    rows.execute(
        """
        insert into access_review_stage_decision
          (instance_id, stage, item_id, version, route, recommendation, decision, justification)
        select instance_id, stage, id, 0, route, recommendation, decision, ''
        from access_review_decision_item""");
    aReviewer(PRIMARY).on("primary").inStage("1").in(instance, rows);
    aReviewer(FALLBACK).on("fallback").inStage("1").in(instance, rows);
    aReviewer(MANAGER).inStage("1").in(instance, rows);
    for (var table : new String[] {ITEMS, "access_review_stage_decision"}) {
      rows.execute("reindex table " + table); // without what other tests have left
      rows.execute("vacuum analyze " + table);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          $count=true                          | -               | _once
          $orderby=decision                    | -               | _by_decision
          $orderby=decision%20desc             | -               | _by_decision
          $filter=decision%20eq%20'Deny'       | 'Deny'          | _by_decision
          """)
  void aListIsFoundAndOrderedByIndexes(String options, String value, String index) {
    var answer = request().get(instance.path() + "/decisions?$top=100&" + options);
    assertThat(answer.statusCode()).isEqualTo(200);

    assertThat(plan(answer.header("request-id"), quoted(instance.id()), value == null ? "" : value))
        .contains(ITEMS + index)
        .doesNotContain("Seq Scan")
        .doesNotContainPattern("(?<!Incremental )Sort  \\(");
  }

  @Test
  void thePrincipalIsFoundInAnIndex() {
    var principal = rows.strings("select principal_id from " + ITEMS + " limit 1").getFirst();
    var answer =
        request()
            .get(instance.path() + "/decisions?$filter=principal/id%20eq%20'" + principal + "'");

    assertThat(plan(answer.header("request-id"), quoted(instance.id()), quoted(principal)))
        .contains(ITEMS + "_once", "(principal_id = ")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aDecisionOnAResourceIsFoundInTheIndexAlone() {
    var resource = rows.strings("select resource_id from " + ITEMS + " limit 1").getFirst();
    var answer =
        request()
            .get(
                instance.path("/beta")
                    + "/decisions?$filter=(decision%20eq%20'Deny'%20and%20resourceId%20eq%20'"
                    + resource
                    + "')");

    assertThat(plan(answer.header("request-id"), quoted(instance.id()), "'Deny'", quoted(resource)))
        .contains(ITEMS + "_by_decision")
        .containsPattern("Index Cond: .*resource_id = ")
        .doesNotContain("Seq Scan", "Filter: ");
  }

  @Test
  void theLastPageBeginsInTheIndex() {
    for (var order : new String[] {"$count=true", "$orderby=decision%20desc"}) {
      var page = request().get(instance.path() + "/decisions?$top=100&" + order);
      var next = request().get(page.<String>path("'@odata.nextLink'"));
      var principal = quoted(page.<String>path("value[99].principal.id"));
      var id = quoted(page.<String>path("value[99].id"));
      var byDecision = order.contains("decision");

      assertThat(
              plan(
                  next.header("request-id"),
                  byDecision
                      ? new String[] {quoted(instance.id()), "'NotReviewed'", principal, id}
                      : new String[] {quoted(instance.id()), principal, id}))
          .containsPattern("Index Cond: .*principal_id [<>]= ")
          .doesNotContain("Seq Scan")
          .doesNotContainPattern("(?<!Incremental )Sort  \\(");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    PRIMARY + ", _once",
    FALLBACK + ", _of_fallback",
    MANAGER + ", _by_reviewer",
  })
  void onesOwnItemsComeFromIndexes(String user, String index) {
    var answer = as(user(user)).get(instance.path() + OWN);
    assertThat(answer.<Integer>path("'@odata.count'"))
        .isEqualTo(
            user.equals(PRIMARY)
                ? MANY - MANY / 1000 + 1
                : user.equals(FALLBACK) ? MANY / 1000 : MANY / 500);

    assertThat(
            plan(
                answer.header("request-id"),
                quoted(instance.id()),
                "'1'",
                quoted(user),
                user.equals(MANAGER) ? "" : "'1'"))
        .contains(ITEMS + index)
        .doesNotContain("Seq Scan");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    PRIMARY + ", access_review_stage_decision_pk",
    FALLBACK + ", access_review_decision_item_of_fallback",
    MANAGER + ", access_review_decision_item_by_reviewer",
  })
  void onesOwnDecisionsInAStageComeFromIndexes(String user, String index) {
    var answer = as(user(user)).get(stage.path() + OWN);
    assertThat(answer.statusCode()).isEqualTo(200);

    assertThat(
            plan(
                answer.header("request-id"),
                quoted(instance.id()),
                "'1'",
                quoted(instance.id()),
                "'1'",
                quoted(user)))
        .contains(index)
        .doesNotContain("Seq Scan");
  }

  /** How the page that was read for a request is found. */
  private String plan(String request, String... values) {
    var sql =
        statements.of(request).stream()
            .filter(one -> one.contains("fetch first"))
            .findFirst()
            .orElseThrow();
    var text =
        sql.replace(
            "offset ? rows fetch first ? rows only", "offset 0 rows fetch first 101 rows only");
    for (var value : values) {
      text = value.isEmpty() ? text : text.replaceFirst("\\?", Matcher.quoteReplacement(value));
    }
    return sql + "\n" + String.join("\n", rows.strings("explain " + text));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private static String user(String id) {
    return Tokens.claims(id, "AccessReview.Read.All");
  }
}
