package accessreviews.decisions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import accessreviews.testing.rows.AReviewer;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.rows.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which rows a report has, and in which order. */
class ReportedItemsSqlTest extends ReportSqlTest {
  @Test
  void anItemHasARowForEachStageThatItReached() {
    var instance = instance("Applied");
    stages(instance, "1", "2");
    AReviewer.aReviewer(Organisation.id("pia")).on("primary").inStage("1").in(instance, rows);
    var moved = AnItem.anItem().principal("user", ADA).decided("Deny", BOB, DECIDED);
    var stored =
        moved
            .inStage("2", "nobody", null)
            .with("apply_result", "AppliedSuccessfully")
            .with("applied_date_time", "2026-01-12T00:00:05Z")
            .in(instance, rows);
    moved
        .withInStage("decision", "Approve")
        .withInStage("recommendation", "Approve")
        .withInStage("justification", "first")
        .decidedIn("1", stored, rows);
    AnItem.anItem().decided("Deny", BOB, DECIDED).decidedIn("2", stored, rows);
    var stayed = AnItem.anItem().principal("user", BOB).inStage("1", "primary", null);
    stayed.decidedIn("1", stayed.in(instance, rows), rows);

    assertThat(rows(ReportedItems.ofInstance(UUID.fromString(instance.id()))))
        .extracting(
            row -> row.get("PrincipalId"),
            row -> row.get("Stage"),
            row -> row.get("TotalStages"),
            row -> row.get("ReviewResult"),
            row -> row.get("Justification"),
            row -> row.get("LastMultiStageDecision"),
            row -> row.get("SubmissionResult"),
            row -> row.get("AppliedDate"))
        .containsExactlyInAnyOrder(
            tuple(ADA, "1", "2", "Approve", "first", "Deny", "Not Applied", ""),
            tuple(ADA, "2", "2", "Deny", "", "Deny", "Applied", "2026-01-12T00:00:05.000Z"),
            tuple(BOB, "1", "2", "Not reviewed", "", "Not reviewed", "Not Applied", ""));
    var second = rows.strings("select id from access_review_stage where stage_id = '2'");
    assertThat(
            rows(
                ReportedItems.of(
                    List.of(UUID.fromString(stored.id())), UUID.fromString(second.getFirst()))))
        .extracting(row -> row.get("Stage"))
        .containsExactly("2");
    assertThat(rows(ReportedItems.of(List.of(UUID.fromString(stored.id()))))).hasSize(2);
  }

  @Test
  void onlyTheWantedResultsAreThere() {
    var instance = instance("Completed");
    AnItem.anItem().decided("Deny", BOB, DECIDED).in(instance, rows);
    AnItem.anItem().decided("Approve", BOB, DECIDED).in(instance, rows);
    AnItem.anItem().in(instance, rows);

    assertThat(
            rows(
                new ReportedItems(
                    "i.id = :instance",
                    Map.of("instance", UUID.fromString(instance.id())),
                    Set.of(ReviewResult.DENY, ReviewResult.NOT_NOTIFIED))))
        .extracting(row -> row.get("ReviewResult"))
        .containsExactlyInAnyOrder("Deny", "Not notified");
  }

  @Test
  void theSameRowsAreTheSameBytesInAFixedOrder() {
    var later = AnInstance.anInstance().from(START.plusSeconds(1)).until(END).in(rows);
    var earlier = AnInstance.anInstance().ofTheSeriesOf(later).from(START).until(END).in(rows);
    for (var principal : List.of(BOB, ADA)) {
      AnItem.anItem().principal("user", principal).in(later, rows);
      AnItem.anItem().principal("user", principal).in(earlier, rows);
    }
    var items = new ReportedItems("true", Map.of(), Set.of(ReviewResult.values()));

    var first = text(items);
    rows.execute("update access_review_decision_item set version = version + 1 where version = 0");

    assertThat(text(items)).isEqualTo(first);
    assertThat(rows(items))
        .extracting(row -> row.get("AccessReviewId"))
        .containsExactly(earlier.id(), earlier.id(), later.id(), later.id());
    assertThat(rows(items).stream().limit(2).map(row -> row.get("PrincipalId")).toList())
        .isSorted();
  }

  private void stages(AnInstance.Stored instance, String... stages) {
    for (var ignored : stages) {
      AStage.aStage().of(instance).in(rows);
    }
    rows.execute(
        "update access_review_instance set stage_settings = '[{\"stageId\":\"1\"},{\"stageId\":\"2\"}]'");
  }
}
