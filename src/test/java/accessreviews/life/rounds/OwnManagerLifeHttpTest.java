package accessreviews.life.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is their own manager does not decide on themselves where anybody else can. */
@QuarkusTest
class OwnManagerLifeHttpTest extends LifeHttpTest {
  @BeforeEach
  void theChiefReportsToThemselves() {
    Organisation.users("ada", "boss", "chief", "helper");
    Organisation.group("staff", "ada", "chief");
    Organisation.manager("ada", "boss");
    Organisation.manager("chief", "chief");
  }

  @Test
  void theFallbackReviewersDecide() {
    var instance = latest(start(reviewOf("staff", "./manager").withFallback(user("helper"))));

    assertThat(routes(instance)).containsExactly("ada by boss", "chief by helper");
    assertThat(contacted(instance)).containsExactly("boss", "helper");
  }

  @Test
  void theOtherReviewersDecide() {
    var instance = latest(start(reviewOf("staff", "./manager", user("helper"))));

    assertThat(routes(instance)).containsExactly("ada by boss, helper", "chief by helper");
  }

  @Test
  void whereThereIsNobodyElseTheLogSaysThatThePersonConcernedDecided() {
    var instance = latest(start(reviewOf("staff", "./manager")));
    assertThat(routes(instance)).containsExactly("ada by boss", "chief by chief");

    decide(instance, "ada", "Approve");
    decide(instance, "chief", "Approve");

    assertThat(log(instance)).containsExactly("individual", "person concerned");
  }

  @Test
  void aStandInWhoIsTheirOwnManagerIsTheLastResort() {
    var nobodyElse = latest(start(reviewOf("staff", owners("staff")).withFallback("./manager")));
    assertThat(routes(nobodyElse)).containsExactly("ada by boss", "chief by chief");

    var others =
        latest(start(reviewOf("staff", owners("staff")).withFallback("./manager", user("helper"))));
    assertThat(routes(others)).containsExactly("ada by boss, helper", "chief by helper");
  }

  @Test
  void inALaterStageToo() {
    var series =
        start(
            reviewOf("staff")
                .inStages(
                    stage(1, 2, "", user("helper")),
                    stage(
                        2,
                        2,
                        ",\"fallbackReviewers\":[{\"query\":\"%s\",\"queryType\":\"MicrosoftGraph\"}]"
                            .formatted(user("helper")),
                        "./manager")));
    advance("P2D");

    assertThat(routes(latest(series))).containsExactly("ada by boss", "chief by helper");
  }

  private static String owners(String group) {
    return "/groups/" + Organisation.id(group) + "/owners";
  }

  private List<String> log(String instance) {
    return rows.strings(
        """
        select entry::jsonb ->> 'actingAs' from evidence_entry
        where type = 'decision' and instance_id = ?::uuid order by id""",
        instance);
  }
}
