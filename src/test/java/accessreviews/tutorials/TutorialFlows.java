package accessreviews.tutorials;

import static accessreviews.tutorials.TutorialReviews.DISABLE_AND_DELETE;
import static accessreviews.tutorials.TutorialReviews.REMOVE_ACCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The flows of the tutorials: the directory is filled, an administrator creates the review, its
 * reviewers answer, it ends and is applied; and the directory has lost the denied access, and
 * nothing but that.
 */
abstract class TutorialFlows extends ReviewedOrganisation {
  private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
  private static final Instant NEXT_QUARTER = Instant.parse("2026-04-05T09:00:00Z");
  private static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";

  @Test
  void inASelfReviewThoseWhoDenyThemselvesOrStaySilentLeaveTheGroup() {
    directory().members("ada", "bob", "cleo", "dora", "erin");
    directory().group("interns", "dora", "erin");
    directory().group("staff", "ada", "bob", "cleo", "interns");
    directory().group("choir", "ada", "bob", "cleo");
    var review = begin(TutorialReviews.selfReview("staff"));
    assertThat(instances()).extracting(Instance::id).containsExactly(review);

    reviewer("ada").decides("ada in staff: Approve");
    reviewer("bob").decides("bob in staff: Deny");
    reviewer("dora").decides("dora in staff: Approve");
    reviewer("erin").decides("erin in staff: Deny");
    directoryHasLostExactly();
    administrator().stop(instances().getFirst());

    assertThat(statuses()).containsExactly("Applied");
    assertThat(results())
        .containsExactly(
            "ada in staff: Approve, New",
            "bob in staff: Deny, AppliedSuccessfully",
            "cleo in staff: Deny, AppliedSuccessfully",
            "dora in staff: Approve, New",
            "erin in staff: Deny, ApplyNotSupported");
    directoryHasLostExactly("bob in staff", "cleo in staff");
  }

  @Test
  void whomManagersDenyAndFallbackReviewersDenyWhereThereIsNoManagerLeavesTheGroup() {
    directory().members("ada", "bob", "cleo", "dan", "erin", "boss", "chief", "hal", "hana");
    directory().manager("ada", "boss");
    directory().manager("bob", "boss");
    directory().manager("dan", "chief");
    directory().group("helpdesk", "hal", "hana");
    directory().group("interns", "erin");
    directory().group("staff", "ada", "bob", "cleo", "dan", "interns");
    directory().group("choir", "ada", "cleo");
    begin(TutorialReviews.managers("staff", "helpdesk"));

    reviewer("boss").decides("ada in staff: Deny", "bob in staff: Approve");
    reviewer("chief").decides("dan in staff: DontKnow");
    reviewer("hal").decides("cleo in staff: Deny", "erin in staff: Deny");
    reviewer("hana").decides("cleo in staff: nothing", "erin in staff: Approve");
    administrator().stop(instances().getFirst());
    assertThat(statuses()).containsExactly("Completed");
    directoryHasLostExactly();
    administrator().apply(instances().getFirst());

    assertThat(statuses()).containsExactly("Applied");
    assertThat(results())
        .containsExactly(
            "ada in staff: Deny, AppliedSuccessfully",
            "bob in staff: Approve, New",
            "cleo in staff: Deny, AppliedSuccessfully",
            "dan in staff: DontKnow, New",
            "erin in staff: Approve, New");
    directoryHasLostExactly("ada in staff", "cleo in staff");
  }

  @Test
  void whomAnyOfThreeStagesDeniesLeavesTheGroup() {
    directory().members("ada", "bob", "cleo", "dan", "erin", "ann", "boss", "hal", "olga");
    List.of("ada", "bob", "dan", "erin").forEach(name -> directory().manager(name, "boss"));
    directory().group("helpdesk", "hal");
    directory().group("staff", "ada", "bob", "cleo", "dan", "erin");
    directory().group("choir", "ada", "bob", "cleo", "dan", "erin");
    directory().owner("staff", "olga");
    begin(TutorialReviews.stages("staff", "ann", "helpdesk"));

    reviewer("ann")
        .decidesInStage(
            "ada in staff: Approve",
            "bob in staff: Deny",
            "cleo in staff: nothing",
            "dan in staff: Approve",
            "erin in staff: Approve");
    advance("P2D");
    reviewer("boss")
        .decidesInStage("ada in staff: Approve", "dan in staff: Approve", "erin in staff: nothing");
    reviewer("hal").decidesInStage("cleo in staff: Deny");
    advance("P2D");
    reviewer("olga").decidesInStage("ada in staff: Approve", "dan in staff: Deny");
    directoryHasLostExactly();
    advance("P2D");

    assertThat(statuses()).containsExactly("Applied");
    assertThat(results())
        .containsExactly(
            "ada in staff: Approve, New",
            "bob in staff: Deny, AppliedSuccessfully",
            "cleo in staff: Deny, AppliedSuccessfully",
            "dan in staff: Deny, AppliedSuccessfully",
            "erin in staff: Approve, New");
    directoryHasLostExactly("bob in staff", "cleo in staff", "dan in staff");
  }

  /** Olga owns two groups with guests and one without; nobody owns the other one. */
  private void groupsWithGuests() {
    directory().members("ada", "olga", "frank");
    directory().guests("gus", "gina", "gone");
    directory().team("red", "ada", "gus", "gina", "gone");
    directory().team("blue", "ada", "gus");
    directory().team("quiet", "ada");
    directory().group("vault", "gus", "gone");
    directory().owner("red", "olga");
    directory().owner("quiet", "olga");
  }

  private void guestsAreReviewed() {
    assertThat(statuses()).containsExactly("InProgress", "InProgress");
    reviewer("olga").decides("gus in red: Deny", "gina in red: Approve", "gone in red: nothing");
    reviewer("frank").decides("gus in blue: Approve");
    directoryHasLostExactly();
    advance("P3D");

    assertThat(statuses()).containsExactly("Applied", "Applied");
    assertThat(results())
        .containsExactly(
            "gina in red: Approve, New",
            "gone in red: Deny, AppliedSuccessfully",
            "gus in blue: Approve, New",
            "gus in red: Deny, AppliedSuccessfully");
  }

  @Test
  void guestsOfAllMicrosoft365GroupsLeaveThoseInWhichTheyAreDenied() {
    groupsWithGuests();
    begin(TutorialReviews.guestsOfAllGroups("frank", REMOVE_ACCESS));

    guestsAreReviewed();

    directoryHasLostExactly("gus in red", "gone in red");
    clockAt(NEXT_QUARTER);
    reviewer("olga").decides("gina in red: Approve");
    reviewer("frank").decides("gus in blue: Approve");
  }

  @Test
  void guestsWhoAreDeniedAreBlockedAndDeletedWhereTheReviewSaysSo() {
    groupsWithGuests();
    begin(TutorialReviews.guestsOfAllGroups("frank", DISABLE_AND_DELETE));

    guestsAreReviewed();

    assertThat(Access.in(directory()))
        .contains("gus (blocked) in red", "gone (blocked) in vault", "gina in red");
    advance("P30D");
    directoryHasLostExactly(
        "gus in red",
        "gus in blue",
        "gus in vault",
        "gus in the directory",
        "gone in red",
        "gone in vault",
        "gone in the directory");
  }

  @Test
  void guestsOfTeamsWhoAreInactiveLeaveThemUnlessTheirOwnersKnowBetter() {
    directory().members("ada", "olga", "frank");
    directory().guests("fresh");
    directory().user("stale", "Guest", "2025-11-01T00:00:00Z");
    directory().user("silent", "Guest", "2025-11-01T00:00:00Z");
    directory().user("active", "Guest", "2026-01-04T00:00:00Z");
    directory().user("idle", "Member", "2025-06-01T00:00:00Z");
    directory().group("crew", List.of("Unified"), List.of("Team"));
    directory().join("crew", "fresh", "stale", "silent", "active", "idle");
    directory().owner("crew", "olga");
    directory().group("squad", List.of("Unified"), List.of("Team"));
    directory().join("squad", "stale");
    directory().team("no-team", "stale", "silent");
    begin(TutorialReviews.inactiveGuestsOfTeams("frank"));

    reviewer("olga").decidesAll("Deny");
    reviewer("olga")
        .decides("fresh in crew: Approve", "stale in crew: nothing", "silent in crew: nothing");
    reviewer("frank").decides("stale in squad: Approve");
    directoryHasLostExactly();
    instances().forEach(administrator()::stop);

    assertThat(statuses()).containsExactly("Applied", "Applied");
    assertThat(results())
        .containsExactly(
            "fresh in crew: Approve, New",
            "silent in crew: Deny, AppliedSuccessfully",
            "stale in crew: Deny, AppliedSuccessfully",
            "stale in squad: Approve, New");
    directoryHasLostExactly("silent in crew", "stale in crew");
  }

  @Test
  void whoIsDeniedAnApplicationLosesItAndWhoStoppedUsingItToo() {
    directory().members("ada", "bob", "cleo", "dan", "idle", "busy", "boss", "hal");
    List.of("ada", "bob", "dan", "idle", "busy").forEach(name -> directory().manager(name, "boss"));
    directory().group("helpdesk", "hal");
    directory().group("finance", "dan");
    List.of("Expenses", "Wiki")
        .forEach(
            name -> {
              directory().application(name);
              directory().assign(name, "ada", "2026-01-02T00:00:00Z");
              directory().assign(name, "idle", "2025-06-01T00:00:00Z");
              directory().assign(name, "finance", null);
            });
    directory().assign("Expenses", "bob", null);
    directory().assign("Expenses", "cleo", "2026-01-02T00:00:00Z");
    directory().assign("Expenses", "busy", "2026-01-02T00:00:00Z");
    begin(TutorialReviews.application("Expenses", "helpdesk"));

    reviewer("boss")
        .decides(
            "ada in Expenses: Deny",
            "bob in Expenses: Approve",
            "busy in Expenses: nothing",
            "dan in Expenses: Deny",
            "idle in Expenses: nothing");
    reviewer("hal").decides("cleo in Expenses: Deny");
    directoryHasLostExactly();
    advance("P180D");

    assertThat(statuses()).containsExactly("Applied");
    assertThat(results())
        .containsExactly(
            "ada in Expenses: Deny, AppliedSuccessfully",
            "bob in Expenses: Approve, New",
            "busy in Expenses: Approve, New",
            "cleo in Expenses: Deny, AppliedSuccessfully",
            "dan in Expenses: Deny, ApplyNotSupported",
            "idle in Expenses: Deny, AppliedSuccessfully");
    directoryHasLostExactly("ada in Expenses", "cleo in Expenses", "idle in Expenses");
  }

  @Test
  void whoIsDeniedADirectoryRoleLosesItActiveAndEligible() {
    directory().members("adele", "eva", "otto", "rita");
    directory().group("operators", "otto");
    directory().give(USER_ADMINISTRATOR, "adele");
    directory().offer(USER_ADMINISTRATOR, "adele");
    directory().give(USER_ADMINISTRATOR, "operators");
    directory().offer(USER_ADMINISTRATOR, "eva");
    directory().give(GLOBAL_READER, "adele");
    directory().offer(GLOBAL_READER, "eva");
    begin(TutorialReviews.role(USER_ADMINISTRATOR, "rita"));

    reviewer("rita")
        .decides(
            "operators in User Administrator: Approve",
            "adele in User Administrator: Deny",
            "eva in User Administrator: Deny");
    advance("P1D");
    assertThat(statuses()).containsExactly("Completed");
    directoryHasLostExactly();
    administrator().apply(instances().getFirst());

    assertThat(statuses()).containsExactly("Applied");
    assertThat(results())
        .containsExactly(
            "adele in User Administrator: Deny, AppliedSuccessfully",
            "eva in User Administrator: Deny, AppliedSuccessfully",
            "operators in User Administrator: Approve, New");
    directoryHasLostExactly(
        "adele in User Administrator",
        "adele eligible for User Administrator",
        "eva eligible for User Administrator");
    clockAt(NEXT_QUARTER);
    reviewer("rita").decides("operators in User Administrator: Approve");
  }
}
