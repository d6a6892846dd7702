package accessreviews.life.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.AReviewer;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.sql.SqlTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where items are routed. */
class RoutingSqlTest extends SqlTest {
  private static final String OWN = "00000000-0000-4000-8000-00000000000a";
  private static final String STAND_IN = "00000000-0000-4000-8000-00000000000b";

  @ParameterizedTest(name = "primary {0}, fallback {1}, own {2}, stand-in {3}: {4} {5}")
  @CsvSource(
      textBlock =
          """
          yes, yes, own, stand-in, primary,    own
          yes, yes, own, -,        primary,    own
          yes, yes, -,   stand-in, primary,    -
          yes, yes, -,   -,        primary,    -
          yes, no,  own, stand-in, primary,    own
          yes, no,  own, -,        primary,    own
          yes, no,  -,   stand-in, primary,    -
          yes, no,  -,   -,        primary,    -
          no,  yes, own, stand-in, individual, own
          no,  yes, own, -,        individual, own
          no,  yes, -,   stand-in, fallback,   stand-in
          no,  yes, -,   -,        fallback,   -
          no,  no,  own, stand-in, individual, own
          no,  no,  own, -,        individual, own
          no,  no,  -,   stand-in, individual, stand-in
          no,  no,  -,   -,        nobody,     -
          """)
  void anItemGoesToTheFirstWhoAreThere(
      String primary, String fallback, String own, String standIn, String route, String reviewer) {
    assertThat(
            rows.strings(
                """
                select concat_ws(' ', route, case reviewer_id when ?::uuid then 'own'
                  when ?::uuid then 'stand-in' else coalesce(reviewer_id::text, '-') end)
                from access_review_routed(?, ?, ?::uuid, ?::uuid)""",
                OWN,
                STAND_IN,
                primary.equals("yes"),
                fallback.equals("yes"),
                own.equals("-") ? null : OWN,
                standIn.equals("-") ? null : STAND_IN))
        .containsExactly(route + " " + reviewer);
  }

  @ParameterizedTest(name = "{0} of a {1} with manager {2}, others {3}: {4}")
  @CsvSource(
      textBlock =
          """
          self,    user,             yes,  false, principal
          self,    user,             no,   false, principal
          self,    user,             self, true,  principal
          self,    group,            no,   false, -
          self,    servicePrincipal, no,   false, -
          manager, user,             yes,  false, manager
          manager, user,             yes,  true,  manager
          manager, user,             no,   false, -
          manager, user,             self, false, principal
          manager, user,             self, true,  -
          manager, servicePrincipal, no,   false, -
          nobody,  user,             yes,  false, -
          """)
  void aPrincipalOrItsManagerReviewsAlone(
      String kind, String type, String manager, boolean others, String expected) {
    assertThat(
            rows.strings(
                """
                select case access_review_own_reviewer(?, ?, ?::uuid, ?::uuid, ?)
                  when ?::uuid then 'principal' when ?::uuid then 'manager' else '-' end""",
                kind,
                type,
                OWN,
                manager.equals("no") ? null : manager.equals("self") ? OWN : STAND_IN,
                others,
                OWN,
                STAND_IN))
        .containsExactly(expected);
  }

  @Test
  void aListIsFilledByItsOwnReviewersInItsOwnStage() {
    var instance = AnInstance.anInstance().in(rows);
    var other = AnInstance.anInstance().in(rows);
    assertThat(filled(instance, "1")).isEqualTo("f f");

    AReviewer.aReviewer(OWN).on("primary").inStage("2").in(instance, rows);
    AReviewer.aReviewer(OWN).on("fallback").inStage("1").in(other, rows);
    AReviewer.aReviewer(STAND_IN).inStage("1").in(instance, rows);
    assertThat(filled(instance, "1")).as("others, and who is on no list").isEqualTo("f f");

    AReviewer.aReviewer(OWN).on("fallback").inStage("1").notContacted().in(instance, rows);
    assertThat(filled(instance, "1")).isEqualTo("f t");
    assertThat(filled(instance, "2")).isEqualTo("t f");
  }

  private String filled(AnInstance.Stored instance, String stage) {
    return rows.strings(
            "select concat_ws(' ', has_primary, has_fallback)"
                + " from access_review_filled_lists(?::uuid, ?)",
            instance.id(),
            stage)
        .getFirst();
  }
}
