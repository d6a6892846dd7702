package accessreviews.decisions.reviewers;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.AReviewer;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.sql.SqlTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is assigned to an item now. */
class AssignedSqlTest extends SqlTest {
  /** Pia and Paul are on the primary list, Fay on the fallback list, Idle was not asked. */
  @ParameterizedTest(name = "stage {0}, route {1}, own reviewer {2}: {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          1, primary,    -,    paul primary; pia primary
          1, primary,    owen, owen individual; paul primary; pia primary
          1, primary,    pia,  paul primary; pia individual; pia primary
          1, fallback,   -,    fay fallback
          1, fallback,   owen, fay fallback; owen individual
          1, individual, owen, owen individual
          1, individual, -,    -
          1, nobody,     -,    -
          2, primary,    -,    sue primary
          2, fallback,   -,    -
          3, primary,    -,    -
          """)
  void theListOfTheRouteAndTheOwnReviewer(
      String stage, String route, @Nullable String own, @Nullable String expected) {
    var instance = AnInstance.anInstance().in(rows);
    on("primary", "1", "pia", instance);
    on("primary", "1", "paul", instance);
    on("fallback", "1", "fay", instance);
    on("primary", "2", "sue", instance);
    on("primary", "1", "other", AnInstance.anInstance().in(rows));
    AReviewer.aReviewer(Organisation.id("idle"))
        .on("fallback")
        .inStage("1")
        .notContacted()
        .named("idle")
        .in(instance, rows);
    AReviewer.aReviewer(Organisation.id("owen")).inStage("1").named("owen").in(instance, rows);

    assertThat(
            rows.strings(
                """
                select concat_ws(' ', r.display_name, a.acting_as)
                from access_review_assigned(?::uuid, ?, ?, ?::uuid) a
                  join access_review_reviewer r on r.instance_id = ?::uuid and r.user_id = a.user_id
                order by 1""",
                instance.id(),
                stage,
                route,
                own == null ? null : Organisation.id(own),
                instance.id()))
        .isEqualTo(expected == null ? List.of() : List.of(expected.split("; ", -1)));
  }

  private void on(String list, String stage, String name, AnInstance.Stored instance) {
    AReviewer.aReviewer(Organisation.id(name))
        .on(list)
        .inStage(stage)
        .named(name)
        .in(instance, rows);
  }
}
