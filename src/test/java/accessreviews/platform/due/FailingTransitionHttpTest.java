package accessreviews.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Eventually;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.servers.ErrorLog;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row that cannot be read must not keep all others from happening. */
@InProcessOnly("puts a fault into it")
@QuarkusTest
class FailingTransitionHttpTest extends SeriesHttpTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          occurrence-start, access_review_schedule_definition, settings,  2026-01-11.., NotStarted, InProgress
          instance-step,    access_review_instance,            scope,     2026-01-10.., InProgress, Completed
          stage-end,        access_review_stage,               reviewers, 2026-01-10.., InProgress, Completed
          """)
  void whatFailsIsLoggedAndCountedAndTriedAgainAndKeepsNothingElseFromHappening(
      String transition, String table, String column, String range, String before, String after)
      throws Exception {
    var kind = ASeries.ofOneGroup().recurring("once", range).inStages(1, 1, 1);
    if (transition.equals("instance-step")) {
      kind = kind.inStages();
    }
    var broken = create(kind);
    var other = create(kind);
    clockAt(Instant.parse("2026-01-10T12:00:00Z"));
    var brokenRow = idOf(table, broken);
    var otherRow = idOf(table, other);
    var kept = rows.strings(value(table, column), brokenRow).getFirst();
    replace(table, column, brokenRow, "7");
    var failures = failures(transition);
    try (var errors = new ErrorLog()) {
      clockMovesElsewhereTo(Instant.parse("2026-01-11T00:00:00Z"));

      Eventually.becomes(List.of(after), () -> rows.strings(value(table, "status"), otherRow));
      assertThat(rows.strings(value(table, "status"), brokenRow)).containsExactly(before);
      Eventually.becomes(true, () -> failures(transition) > failures);
      assertThat(errors.messages())
          .isNotEmpty()
          .allMatch(error -> error.contains(transition + " of " + brokenRow + " failed"));
    }

    replace(table, column, brokenRow, kept);

    Eventually.becomes(List.of(after), () -> rows.strings(value(table, "status"), brokenRow));
  }

  /** The series, its instance, which has the same id, or the instance's open stage. */
  private String idOf(String table, String series) {
    return table.equals("access_review_stage")
        ? rows.strings("select id from access_review_stage where instance_id = ?::uuid", series)
            .getFirst()
        : series;
  }

  private static String value(String table, String column) {
    return "select %s from %s where id = ?::uuid".formatted(column, table);
  }

  private void replace(String table, String column, String id, String value) {
    rows.execute(
        "update %s set %s = ?::jsonb where id = ?::uuid".formatted(table, column), value, id);
  }

  private static double failures(String transition) {
    var metrics = request().get("/q/metrics").then().statusCode(200).extract().asString();
    var counter =
        Pattern.compile(
                "(?m)^access_reviews_transitions_total\\{outcome=\"failed\",transition=\""
                    + transition
                    + "\"} (.*)$")
            .matcher(metrics);
    return counter.find() ? Double.parseDouble(counter.group(1)) : 0;
  }
}
