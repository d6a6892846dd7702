package accessreviews.life.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.sql.SqlTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recommended, and who is an outlier. */
class RecommendationSqlTest extends SqlTest {
  @ParameterizedTest(name = "asked {0}, a {1} who signed in {2}, since {3}: {4}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          true,  user,             2025-12-06T09:00:01Z, 2025-12-06T09:00:00Z, Approve
          true,  user,             2025-12-06T09:00:00Z, 2025-12-06T09:00:00Z, Approve
          true,  user,             2025-12-06T08:59:59Z, 2025-12-06T09:00:00Z, Deny
          true,  user,             -,                    2025-12-06T09:00:00Z, Deny
          true,  user,             2020-01-01T00:00:00Z, -,                    Approve
          true,  user,             -,                    -,                    Approve
          true,  group,            2026-01-01T00:00:00Z, 2025-12-06T09:00:00Z, NoInfoAvailable
          true,  servicePrincipal, -,                    2025-12-06T09:00:00Z, NoInfoAvailable
          true,  servicePrincipal, -,                    -,                    NoInfoAvailable
          false, user,             2026-01-01T00:00:00Z, 2025-12-06T09:00:00Z, NoInfoAvailable
          false, user,             -,                    -,                    NoInfoAvailable
          """)
  void whoSignedInInTimeIsRecommendedToStay(
      boolean asked,
      String type,
      @Nullable String signIn,
      @Nullable String since,
      String recommendation) {
    assertThat(
            rows.strings(
                "select access_review_recommendation(?, ?, ?::timestamptz, ?::timestamptz)",
                asked,
                type,
                signIn,
                since))
        .containsExactly(recommendation);
  }

  /** Members are named by letters; {@code b>a} is a member b with the manager a. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          a,                       -,   a group of one has no outlier
          a>z,                     -,   a group of one has no outlier
          a b,                     a b, nobody has a manager
          a>z b>z,                 -,   they share a manager
          a>z b>z c>y,             c,   one has another manager
          a>z b>z c,               c,   one has no manager
          a b>a,                   -,   one is the manager of the other
          a b>a c>y,               c,   neither shares nor manages nor reports
          a>z b>y c>x,             a b c, all have different managers
          a>b b>c c>y,             -,   a chain of reports
          """)
  void whoHasNoPeerInTheGroupIsAnOutlier(String members, @Nullable String outliers, String why) {
    var instance = AnInstance.anInstance().in(rows);
    for (var member : members.split(" ", -1)) {
      member(member, instance, "");
    }

    assertThat(outliers(instance, "")).as(why).isEqualTo(outliers == null ? "" : outliers);
  }

  @ParameterizedTest(name = "with {0} {1}: {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          another instance, b>z in another instance, a c
          another resource, b>z of another resource, a c
          no user,          b>z as a service principal, a c
          another stage,    b>z in stage 2, c
          """)
  void onlyUsersOfTheSameResourceAreCompared(String what, String other, String outliers) {
    var instance = AnInstance.anInstance().in(rows);
    member("a>z", instance, "");
    member("c>y", instance, "");
    switch (what) {
      case "another instance" -> member("b>z", AnInstance.anInstance().in(rows), "");
      case "another resource" -> item("b>z").with("resource_id", id("other")).in(instance, rows);
      case "no user" -> item("b>z").with("principal_type", "servicePrincipal").in(instance, rows);
      default -> member("b>z", instance, "2");
    }

    assertThat(outliers(instance, "")).as(other).isEqualTo(outliers);
  }

  private void member(String text, AnInstance.Stored instance, String stage) {
    item(text).with("stage", stage).in(instance, rows);
  }

  private static AnItem item(String text) {
    return AnItem.anItem()
        .with("principal_id", id(text.substring(0, 1)))
        .with("principal_name", text.substring(0, 1))
        .with("manager_id", text.length() == 1 ? null : id(text.substring(2)));
  }

  private static String id(String name) {
    return Organisation.id(name);
  }

  private String outliers(AnInstance.Stored instance, String stage) {
    return String.join(
        " ",
        rows.strings(
            """
            select d.principal_name from access_review_peer_outliers(array[?::uuid], ?) o
              join access_review_decision_item d on d.id = o.item_id
            order by 1""",
            instance.id(),
            stage));
  }
}
