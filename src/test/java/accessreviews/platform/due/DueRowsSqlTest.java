package accessreviews.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.OtherWriter;
import accessreviews.testing.sql.SqlTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due, in which order, and who may claim it. */
class DueRowsSqlTest extends SqlTest {
  private static final DueRows<Object> STARTS =
      new DueRows<>(
          Object.class,
          "access_review_schedule_definition",
          "next_start_date_time",
          "due.next_start_date_time is not null",
          "join access_review_schedule_definition series on series.id = due.id");
  private static final DueRows<Object> STEPS =
      new DueRows<>(
          Object.class,
          "access_review_instance",
          "next_transition_at",
          "due.next_transition_at is not null",
          "join access_review_schedule_definition series on series.id = due.definition_id");

  private record Kind(String name, DueRows<Object> rows) implements DueTransition<Object> {
    @Override
    public void happen(Object row) {
      throw new AssertionError("nothing happens here");
    }
  }

  private static final Kind STEP = new Kind("step", STEPS);
  private static final Kind START = new Kind("start", STARTS);

  /** Series {@code a} starts and steps at the hours given. */
  @ParameterizedTest(name = "starts at {0}, steps at {1}, by {2}: {3}")
  @CsvSource(
      textBlock =
          """
          10, 11, 12, start 10; step 11
          11, 10, 12, step 10; start 11
          10, 10, 12, step 10; start 10
          10, 12, 12, start 10; step 12
          10, 13, 12, start 10
          13, 13, 12, ''
          -,  11, 12, step 11
          -,  -,  12, ''
          """)
  void whatIsDueComesInTheOrderOfTimeThenOfPriority(
      String start, String step, String until, String expected) {
    series("a", start, step);
    var earliestDue = new EarliestDue(List.of(STEP, START), session());

    assertThat(earliestDue.by(hour(until)).stream().map(DueRowsSqlTest::text))
        .containsExactlyElementsOf(list(expected));
    assertThat(earliestDue.next(id("a"), hour(until)).map(DueRowsSqlTest::text))
        .isEqualTo(list(expected).stream().findFirst());
    assertThat(earliestDue.next(id("b"), hour(until))).isEmpty();
  }

  @Test
  void theEarliestOfEachKindIsLookedAt() {
    series("a", "11", "12");
    series("b", "10", "13");

    assertThat(
            new EarliestDue(List.of(STEP, START), session())
                .by(hour("20")).stream().map(DueRowsSqlTest::text))
        .containsExactly("start 10", "step 12");
  }

  @ParameterizedTest(name = "by {0}, passing over {1}: {2}")
  @CsvSource(
      textBlock =
          """
          09, '',      -
          10, '',      b
          20, '',      b
          20, b,       a
          20, 'a b',   c
          11, 'a b',   -
          20, 'a b c', -
          """)
  void theFirstThatIsDueIsClaimed(String until, String passedOver, String expected) {
    series("a", "11", "-");
    series("b", "10", "-");
    series("c", "12", "-");

    var passed =
        passedOver.isEmpty() ? Stream.<String>empty() : Arrays.stream(passedOver.split(" ", -1));
    assertThat(claimed(until, passed.map(DueRowsSqlTest::id).toList()))
        .isEqualTo(expected.equals("-") ? Optional.empty() : Optional.of(id(expected)));
  }

  @Test
  void ofTwoAtTheSameInstantTheLowerIdIsFirst() {
    series("a", "10", "-");
    series("b", "10", "-");

    var lower = Stream.of("a", "b").map(Organisation::id).sorted().findFirst().orElseThrow();
    assertThat(claimed("10", List.of())).contains(UUID.fromString(lower));
  }

  @Test
  void aSeriesThatSomebodyElseHasLockedIsLeftToThem() throws Exception {
    try (var other = OtherWriter.begin(database().connect())) {
      series("a", "10", "-");
      series("b", "11", "-");
      connection().commit();
      other.execute(
          "select 1 from access_review_schedule_definition where id = ?::uuid for update",
          Organisation.id("a"));

      assertThat(claimed("20", List.of())).contains(id("b"));
    } finally {
      rows.execute("delete from access_review_schedule_definition");
      connection().commit();
    }
  }

  private Optional<UUID> claimed(String until, List<UUID> passedOver) {
    return STARTS.claim(hour(until), passedOver, session()).map(DueRows.Claim::series);
  }

  private void series(String name, String start, String step) {
    rows.definition(Organisation.id(name), AnInstance.SCOPE, null, "{}");
    if (!start.equals("-")) {
      rows.execute(
          """
          update access_review_schedule_definition
          set next_occurrence = '2026-01-05', next_start_date_time = ?::timestamptz
          where id = ?::uuid""",
          hour(start).toString(),
          Organisation.id(name));
    }
    if (!step.equals("-")) {
      rows.instance(
          Organisation.id(name),
          UUID.randomUUID().toString(),
          "InProgress",
          hour("00"),
          hour(step),
          AnInstance.SCOPE,
          "[]",
          "[]");
    }
  }

  private static UUID id(String name) {
    return UUID.fromString(Organisation.id(name));
  }

  private static Instant hour(String hour) {
    return Instant.parse("2026-01-05T" + hour + ":00:00Z");
  }

  private static String text(EarliestDue.Due due) {
    return due.kind().name() + " " + due.at().toString().substring(11, 13);
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("; ", -1));
  }
}
