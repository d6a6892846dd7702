package accessreviews.decisions.report;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.AReviewer;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.rows.Organisation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the history report. */
class ReviewReportSqlTest extends ReportSqlTest {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  @Test
  void aRowSaysEverythingOfAnItem() {
    var instance = instance("Applied");
    user(BOB, "bob@example.org");
    AnItem.anItem()
        .principal("user", ADA)
        .with("last_sign_in_date_time", "2025-12-24T18:00:00Z")
        .with("recommendation", "Deny")
        .with("justification", "left")
        .decided("Deny", BOB, DECIDED)
        .with("apply_result", "AppliedSuccessfully")
        .with(
            "applied_by",
            "{\"id\":\"%s\",\"displayName\":\"Bob\",\"userPrincipalName\":\"bob@contoso.com\"}"
                .formatted(BOB))
        .with("applied_date_time", "2026-01-12T00:00:05Z")
        .in(instance, rows);

    assertThat(text(ReportedItems.ofInstance(UUID.fromString(instance.id()))))
        .isEqualTo(
            "\uFEFF"
                + String.join(",", ReviewReport.COLUMNS)
                + "\r\n"
                + String.join(
                    ",",
                    instance.id(),
                    NOBODY,
                    "group",
                    "All hands",
                    AnInstance.GROUP,
                    "Test world",
                    "2020-09-01T00:00:00.000Z",
                    "2026-01-05T00:00:00.000Z",
                    "2026-01-12T00:00:00.000Z",
                    "Applied",
                    NOBODY,
                    "",
                    "",
                    ADA,
                    "Adele Vance",
                    "AdeleV@contoso.com",
                    "user",
                    "2026-01-06T09:30:00.123Z",
                    "Deny",
                    "left",
                    BOB,
                    "Bob",
                    "bob@contoso.com",
                    "bob@example.org",
                    "Bob",
                    "bob@contoso.com",
                    "bob@example.org",
                    "2026-01-12T00:00:05.000Z",
                    "Deny",
                    "Applied",
                    "1",
                    "1",
                    "",
                    "2025-12-24T18:00:00.000Z")
                + "\r\n");
  }

  @ParameterizedTest(name = "{0} of a {1} is {2} of a {3}")
  @CsvSource(
      textBlock =
          """
          group,                         user,             group,                user
          group,                         group,            group,                group
          group,                         servicePrincipal, group,                service principal
          servicePrincipal,              user,             application,          user
          directoryRole,                 user,             Microsoft Entra role, user
          azureRole,                     user,             Azure role,           user
          accessPackageAssignmentPolicy, user,             access package,       user
          """)
  void resourcesAndPrincipalsHaveTheWordsOfTheReport(
      String resource, String principal, String type, String principalType) {
    var instance = instance("InProgress");
    AnItem.anItem().principal(principal, ADA).with("resource_type", resource).in(instance, rows);

    assertThat(row(instance))
        .containsEntry("ReviewType", type)
        .containsEntry("PrincipalType", principalType);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}, {4}, {5}")
  @CsvSource(
      textBlock =
          """
          Approve,  Approve,         New,                                  Approve,    Approve, Not Applied
          Deny,     Deny,            New,                                  Deny,       Deny,    Not Applied
          Deny,     NoInfoAvailable, AppliedSuccessfully,                  Deny,       No Info, Applied
          Deny,     Approve,         AppliedSuccessfullyButObjectNotFound, Deny,       Approve, Applied
          Deny,     Deny,            AppliedWithUnknownFailure,            Deny,       Deny,    Not Applied
          Deny,     Deny,            ApplyNotSupported,                    Deny,       Deny,    Not Applied
          DontKnow, Approve,         New,                                  Don't know, Approve, Not Applied
          """)
  void decisionsHaveTheWordsOfTheReport(
      String decision,
      String recommendation,
      String applied,
      String result,
      String recommended,
      String submission) {
    var instance = instance("Applied");
    AnItem.anItem()
        .decided(decision, BOB, DECIDED)
        .with("recommendation", recommendation)
        .with("apply_result", applied)
        .in(instance, rows);

    assertThat(row(instance))
        .containsEntry("ReviewResult", result)
        .containsEntry("AccessRecommendation", recommended)
        .containsEntry("SubmissionResult", submission);
  }

  /** Pia was asked as a primary reviewer, Olga for items of her own; Fay and Idle were not. */
  @ParameterizedTest(name = "route {0}, own reviewer {1}: {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          primary,    -,    Not reviewed
          primary,    idle, Not reviewed
          fallback,   -,    Not notified
          fallback,   olga, Not reviewed
          individual, olga, Not reviewed
          individual, idle, Not notified
          individual, gone, Not notified
          nobody,     -,    Not notified
          """)
  void anItemWithoutADecisionSaysWhetherAnybodyWasAsked(
      String route, @Nullable String own, String result) {
    var instance = instance("InProgress");
    AReviewer.aReviewer(Organisation.id("pia")).on("primary").in(instance, rows);
    AReviewer.aReviewer(Organisation.id("fay")).on("fallback").notContacted().in(instance, rows);
    AReviewer.aReviewer(Organisation.id("olga")).in(instance, rows);
    AReviewer.aReviewer(Organisation.id("idle")).notContacted().in(instance, rows);
    AnItem.anItem()
        .inStage("", route, own == null ? null : Organisation.id(own))
        .in(instance, rows);

    assertThat(row(instance))
        .containsEntry("ReviewResult", result)
        .containsEntry("ReviewDate", "")
        .containsEntry("ReviewerId", "")
        .containsEntry("ReviewerName", "");
  }

  @Test
  void onlyRecurringReviewsHaveASeries() {
    var instance = instance("Completed");
    rows.execute(
        """
        update access_review_schedule_definition
        set settings = '{"recurrence":{"pattern":{"type":"weekly","interval":1}}}'""");
    AnItem.anItem().in(instance, rows);

    assertThat(row(instance)).containsEntry("AccessReviewSeriesId", instance.definition());
  }

  private void user(String id, String mail) {
    rows.execute("insert into directory_object values (?::uuid, 'user')", id);
    rows.execute(
        """
        insert into directory_user (id, version, display_name, user_principal_name, mail, user_type,
          account_enabled, created_date_time)
        values (?::uuid, 0, 'Bob now', 'bob.now@contoso.com', ?, 'Member', true, now())""",
        id,
        mail);
  }
}
