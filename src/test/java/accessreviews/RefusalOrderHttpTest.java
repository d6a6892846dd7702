package accessreviews;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where an update breaks several rules, the first of them is the answer: the id, the version, the
 * state, the body, and last the fallback reviewers.
 */
@QuarkusTest
class RefusalOrderHttpTest extends UpdateHttpTest {

  /** The rules in their order. */
  enum Rule {
    ID,
    VERSION,
    STATE,
    BODY,
    FALLBACK
  }

  /** Two rules each, and all from one on. */
  static Stream<List<Rule>> broken() {
    var combinations = new ArrayList<List<Rule>>();
    var rules = List.of(Rule.values());
    for (var first = 0; first < rules.size(); first++) {
      combinations.add(rules.subList(first, rules.size()));
      for (var second = first + 1; second < rules.size(); second++) {
        combinations.add(List.of(rules.get(first), rules.get(second)));
      }
    }
    return combinations.stream();
  }

  static Stream<List<Rule>> brokenBesideTheBody() {
    return broken().filter(rules -> rules.contains(Rule.BODY) && rules.getFirst() != Rule.BODY);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void isTheSameForAnInstanceByPutAndPatch(List<Rule> broken) {
    for (var method : new String[] {"PUT", "PATCH"}) {
      var instance =
          anInstance()
              .inStatus(broken.contains(Rule.STATE) ? "Completed" : "InProgress")
              .withFallback(ADA)
              .in(rows);
      var target =
          new AnInstance.Stored(
              instance.definition(), broken.contains(Rule.ID) ? NOBODYS_ID : instance.id());
      var members = members(broken);
      var body = broken.contains(Rule.BODY) ? object(members) : update(members);
      assertRefused(
          switch (broken.getFirst()) {
            case ID -> Refusal.notFound(NOBODYS_ID);
            case VERSION -> Refusal.stale("W/\"0\"");
            case STATE ->
                Refusal.conflict("instanceNotInProgress", "status", "needs the status InProgress");
            case BODY -> unsupported();
            case FALLBACK -> removed();
          },
          () -> call(broken, body).request(method, target.path()));
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void isTheSameForAStage(List<Rule> broken) {
    var stage =
        aStage()
            .inStatus(broken.contains(Rule.STATE) ? "Completed" : "InProgress")
            .withFallback(ADA)
            .in(rows);
    var target =
        new AStage.Stored(stage.instance(), broken.contains(Rule.ID) ? NOBODYS_ID : stage.id());
    assertRefused(
        switch (broken.getFirst()) {
          case ID -> Refusal.notFound(NOBODYS_ID);
          case VERSION -> Refusal.stale("W/\"0\"");
          case STATE -> Refusal.conflict("stageNotUpdatable", "status", "an update needs the");
          case BODY -> unsupported();
          case FALLBACK -> removed();
        },
        () -> call(broken, object(members(broken))).patch(target.path()));
  }

  /** A body that cannot be read at all comes after the id, the version and the state, too. */
  @ParameterizedTest
  @MethodSource("brokenBesideTheBody")
  void isNotChangedByABodyThatCannotBeRead(List<Rule> broken) {
    var instance =
        anInstance().inStatus(broken.contains(Rule.STATE) ? "Applied" : "InProgress").in(rows);
    var target =
        new AnInstance.Stored(
            instance.definition(), broken.contains(Rule.ID) ? NOBODYS_ID : instance.id());
    assertRefused(
        switch (broken.getFirst()) {
          case ID -> Refusal.notFound(NOBODYS_ID);
          case VERSION -> Refusal.stale("W/\"0\"");
          default -> Refusal.conflict("instanceNotInProgress", "status", "InProgress");
        },
        () -> call(broken, "{").put(target.path()));
  }

  private static String[] members(List<Rule> broken) {
    return new String[] {
      broken.contains(Rule.BODY) ? reviewers("/me") : reviewers(BOB),
      broken.contains(Rule.FALLBACK) ? fallbackReviewers(CLEO) : fallbackReviewers(ADA)
    };
  }

  private static RequestSpecification call(List<Rule> broken, String body) {
    var call = json(body);
    return broken.contains(Rule.VERSION) ? call.header("If-Match", "W/\"9\"") : call;
  }

  private static Refusal unsupported() {
    return Refusal.bad("queryNotSupported", "reviewers[0].query", "Query /me is not supported.");
  }

  private static Refusal removed() {
    return Refusal.conflict("fallbackReviewersRemoved", "fallbackReviewers", "send these too");
  }
}
