package accessreviews.decisions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.answers.OthersItem.Foreign;
import accessreviews.testing.Asked;
import accessreviews.testing.Bodies;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every way to another reviewer's item, by itself and in a {@code $batch}: it is refused exactly as
 * one that is not there, or the item is absent from the answer; and nothing of it changes. {@link
 * OthersItem#path} says how paths are written.
 */
@QuarkusTest
class OthersItemsHttpTest extends UpdateHttpTest {
  private final List<OthersItem> all = new ArrayList<>();

  @BeforeEach
  void itemsOfOthers() {
    all.clear();
    for (var why : Foreign.values()) {
      all.add(OthersItem.stored(why, rows));
    }
    for (var one : all) {
      if (one.why() == Foreign.REPLACED) {
        Organisation.users("reviewer REPLACED", "other REPLACED");
        json(Bodies.update(Bodies.reviewers("/users/" + one.other())))
            .patch(one.item().instance().path())
            .then()
            .statusCode(200);
      }
    }
  }

  @Test
  void theirReviewersReachThem() {
    for (var one : all) {
      var path = "/v1.0" + one.path("THEIRS/decisions/{x}");
      assertThat(Asked.by(one.other(), "GET", path, null).status()).as("%s", one).isEqualTo(200);
      assertThat(Asked.by(one.other(), "PATCH", path, body("answer", one)).status())
          .as("%s", one)
          .isEqualTo(204);
    }
  }

  /**
   * {@code refused}: always. {@code late}: said to be so to who had their turn, else refused.
   * {@code instance}, {@code series}: refused to who does not review anything there, else absent.
   */
  @ParameterizedTest(name = "{0} {2} ({3})")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          PATCH  | both | THEIRS/decisions/{x}                              | answer         | late
          PATCH  | both | THEIRS/decisions('{x}')                           | answer         | late
          PATCH  | both | THEIRS/stages/{s}/decisions/{x}                   | answer         | refused
          PATCH  | both | MINE/stages/{my-s}/decisions/{x}                  | answer         | refused
          POST   | both | THEIRS/decisions/{x}                              | answer         | 405
          PUT    | both | THEIRS/decisions/{x}                              | answer         | 405
          DELETE | both | THEIRS/decisions/{x}                              | -              | 405
          PUT    | both | THEIRS/stages/{s}/decisions/{x}                   | answer         | 405
          PATCH  | beta | decisions/{x}                                     | answer         | 405
          PATCH  | both | THEIRS/decisions/OWN/{x}                          | answer         | 400
          PATCH  | beta | THEIRS/decisions/{x}/instance                     | reviewers      | 405
          POST   | both | THEIRS/batchRecordDecisions                       | answer         | instance
          POST   | both | THEIRS/microsoft.graph.batchRecordDecisions       | answer         | instance
          POST   | both | THEIRS/batchRecordDecisions                       | answer item    | instance
          POST   | both | MINE/batchRecordDecisions                         | answer item    | absent
          POST   | both | MINE/batchRecordDecisions                         | answer resource| absent
          POST   | both | MINE/batchRecordDecisions                         | answer         | absent
          POST   | beta | THEIRS/decisions/recordAllDecisions               | answer         | instance
          POST   | beta | MINE/decisions/recordAllDecisions                 | answer item    | absent
          POST   | both | THEIRS/acceptRecommendations                      | -              | instance
          POST   | both | MINE/acceptRecommendations                        | -              | absent
          POST   | beta | THEIRS/stages/{s}/batchRecordDecisions            | answer item    | stage
          POST   | beta | THEIRS/stages/{s}/decisions/recordAllDecisions    | answer item    | stage
          POST   | beta | THEIRS/stages/{s}/acceptRecommendations           | -              | stage
          POST   | beta | decisions/recordAllDecisions                      | answer         | absent
          POST   | beta | decisions/recordAllDecisions                      | answer item    | absent
          POST   | beta | decisions/OWN/recordAllDecisions                  | answer         | absent
          POST   | beta | decisions/OWN/recordAllDecisions                  | answer item    | absent
          POST   | both | THEIRS/resetDecisions                             | -              | refused
          POST   | both | MINE/resetDecisions                               | -              | refused
          POST   | both | THEIRS/applyDecisions                             | -              | refused
          POST   | both | THEIRS/applyDecisions                             | confirm        | refused
          POST   | beta | THEIRS/stopApplyDecisions                         | -              | refused
          POST   | both | THEIRS/acknowledge                                | -              | refused
          POST   | both | MINE/acknowledge                                  | -              | refused
          POST   | both | THEIRS/sendReminder                               | -              | refused
          POST   | both | MINE/sendReminder                                 | -              | refused
          POST   | both | THEIRS/stop                                       | -              | refused
          POST   | both | THEIRS/stages/{s}/stop                            | -              | refused
          POST   | both | definitions/{d}/stop                              | -              | refused
          PATCH  | both | THEIRS                                            | reviewers      | refused
          PUT    | both | MINE                                              | reviewers      | refused
          PATCH  | both | THEIRS/stages/{s}                                 | reviewers      | refused
          PATCH  | both | definitions/{d}                                   | reviewers      | refused
          DELETE | both | definitions/{d}                                   | -              | refused
          GET    | both | THEIRS/decisions/{x}                              | -              | refused
          GET    | both | MINE/decisions/{x}                                | -              | refused
          GET    | both | THEIRS/decisions/{x}?$expand=insights             | -              | refused
          GET    | both | THEIRS/decisions/{x}/insights                     | -              | refused
          GET    | both | THEIRS/decisions/{x}/insights/$count              | -              | refused
          GET    | both | THEIRS/stages/{s}/decisions/{x}                   | -              | refused
          GET    | both | THEIRS/stages/{s}/decisions/{x}/insights          | -              | refused
          GET    | both | MINE/stages/{my-s}/decisions/{x}                  | -              | refused
          GET    | beta | THEIRS/decisions/{x}/instance                     | -              | refused
          GET    | beta | THEIRS/decisions/{x}/instance?$expand=decisions   | -              | refused
          GET    | beta | decisions/{x}                                     | -              | refused
          GET    | beta | decisions/{x}?$expand=instance($expand=decisions) | -              | refused
          GET    | beta | decisions                                         | -              | absent
          GET    | beta | decisions/$count                                  | -              | absent
          GET    | beta | decisions?$filter=id eq '{x}'                     | -              | absent
          GET    | beta | decisions/OWN                                     | -              | absent
          GET    | beta | decisions/OWN?$filter=id eq '{x}'                 | -              | absent
          GET    | beta | decisions/OWN?$expand=instance($expand=decisions) | -              | 400
          GET    | both | THEIRS/decisions                                  | -              | refused
          GET    | both | THEIRS/decisions/$count                           | -              | refused
          GET    | both | THEIRS/decisions/OWN                              | -              | absent
          GET    | both | MINE/decisions/OWN?$filter=id eq '{x}'            | -              | absent
          GET    | both | THEIRS/stages/{s}/decisions                       | -              | refused
          GET    | both | THEIRS/stages/{s}/decisions/OWN                   | -              | absent
          GET    | both | THEIRS?$expand=decisions                          | -              | instance
          GET    | both | THEIRS?$expand=decisions($filter=id eq '{x}')     | -              | instance
          GET    | beta | MINE?$expand=definition($expand=instances($expand=decisions)) | - | 400
          GET    | beta | MINE/decisions/{mine}?$expand=instance($expand=decisions) | -      | 400
          GET    | beta | MINE/decisions/{mine}/instance?$expand=decisions  | -              | absent
          GET    | beta | MINE/definition?$expand=instances($expand=decisions) | -           | absent
          GET    | both | definitions?$expand=instances($expand=decisions)  | -              | refused
          GET    | both | definitions/OWN?$expand=instances($expand=decisions) | -           | absent
          GET    | both | definitions/{d}?$expand=instances($expand=decisions) | -           | series
          GET    | both | definitions/{d}/instances?$expand=decisions       | -              | refused
          GET    | both | definitions/{d}/instances/OWN?$expand=decisions   | -              | absent
          GET    | both | THEIRS/stages                                     | -              | refused
          GET    | both | THEIRS/contactedReviewers                         | -              | refused
          GET    | both | THEIRS/applyPreview                               | -              | refused
          """)
  void anothersItemIsOutOfReach(
      String method, String versions, String path, @Nullable String body, String outcome) {
    var before = others();
    for (var one : all) {
      var asked = one.path(path);
      var status = status(outcome, one);
      var content = body == null ? null : body(body, one);
      var unknown =
          status == 403
              ? Asked.by(one.reviewer(), method, "/beta" + one.unknownPath(path), content).reason()
              : List.of();
      for (var answer : everyWay(one, versions, method, asked, content)) {
        var said = "%s %s: %s".formatted(one.why(), asked, answer);
        assertThat(status == 200 ? List.of(200, 204) : List.of(status))
            .as(said)
            .contains(answer.status());
        if (status == 200) {
          assertThat(answer.body()).as(said).doesNotContain(one.item().id());
        }
        if (status == 403) {
          assertThat(answer.reason()).as(said).isEqualTo(unknown);
        }
      }
    }
    assertThat(others()).isEqualTo(before);
  }

  private static int status(String outcome, OthersItem one) {
    return switch (outcome) {
      case "absent" -> 200;
      case "refused" -> 403;
      case "late" -> one.why() == Foreign.EARLIER_STAGE ? 409 : 403;
      case "instance" -> one.why().reachesInstance ? 200 : 403;
      case "stage" -> one.why().reachesInstance && one.isStaged() ? 200 : 403;
      case "series" -> one.why().reachesSeries ? 200 : 403;
      default -> Integer.parseInt(outcome);
    };
  }

  /** The instance, series or stage in the path has to be that of the item, whoever reviews it. */
  @ParameterizedTest(name = "{0} {1} ({2})")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          PATCH | THEIRS/decisions/{mine}                                      | answer
          PATCH | THEIRS/stages/{s}/decisions/{mine}                           | answer
          PATCH | MINE/stages/{s}/decisions/{mine}                             | answer
          PATCH | definitions/{d}/instances/{my-i}/decisions/{mine}            | answer
          PATCH | definitions/{my-d}/instances/{i}/decisions/{mine}            | answer
          PATCH | definitions/{d}/instances/{my-i}/stages/{my-s}/decisions/{mine} | answer
          GET   | THEIRS/decisions/{mine}                                      | -
          GET   | THEIRS/stages/{s}/decisions/{mine}                           | -
          GET   | MINE/stages/{s}/decisions/{mine}                             | -
          GET   | definitions/{d}/instances/{my-i}/decisions/{mine}            | -
          GET   | definitions/{d}/instances/{my-i}/decisions/{mine}/insights   | -
          GET   | definitions/{d}/instances/{my-i}/decisions/{mine}/instance   | -
          GET   | definitions/{d}/instances/{my-i}?$expand=decisions           | -
          POST  | definitions/{d}/instances/{my-i}/batchRecordDecisions        | answer
          POST  | definitions/{d}/instances/{my-i}/acceptRecommendations       | -
          POST  | definitions/{d}/instances/{my-i}/decisions/recordAllDecisions | answer
          POST  | MINE/stages/{s}/batchRecordDecisions                         | answer
          POST  | MINE/stages/{s}/decisions/recordAllDecisions                 | answer
          POST  | MINE/stages/{s}/acceptRecommendations                        | -
          """)
  void onesOwnItemIsNowhereElse(String method, String path, @Nullable String body) {
    var before = rows.everything();
    for (var one : all) {
      var asked = one.path(path);
      if (!asked.equals(one.path(right(path)))) {
        var content = body == null ? null : body(body, one);
        var answer = Asked.by(one.reviewer(), method, "/beta" + asked, content);
        var inBatch =
            Asked.inBatch(one.reviewer(), "/beta", Asked.request("1", method, asked, content, ""));
        var said = "%s %s: %s".formatted(one.why(), asked, answer);
        assertThat(answer.status()).as(said).isEqualTo(403);
        assertThat(inBatch.status()).as(said).isEqualTo(403);
        assertThat(answer.reason())
            .as(said)
            .isEqualTo(
                Asked.by(one.reviewer(), method, "/beta" + one.unknownPath(path), content)
                    .reason());
        assertThat(rows.everything()).as(said).isEqualTo(before);
      }
    }
  }

  /** Where that would be one's own. */
  private static String right(String path) {
    return path.replace("THEIRS", "MINE")
        .replace("{s}", "{my-s}")
        .replace("{d}", "{my-d}")
        .replace("{i}", "{my-i}");
  }

  /** By itself, and in a batch after an answer that is the reviewer's to give. */
  private List<Asked> everyWay(
      OthersItem one, String versions, String method, String path, @Nullable String content) {
    var own =
        Asked.request("own", "PATCH", one.path("MINE/decisions/{mine}"), body("answer", one), "");
    var after = Asked.request("1", method, path, content, ",\"dependsOn\":[\"own\"]");
    var ways = new ArrayList<Asked>();
    for (var root : versions.equals("both") ? List.of("/v1.0", "/beta") : List.of("/beta")) {
      ways.add(Asked.by(one.reviewer(), method, root + path, content));
    }
    ways.add(Asked.inBatch(one.reviewer(), "/beta", own, after));
    return ways;
  }

  private String body(String kind, OthersItem one) {
    var answer = "{\"decision\":\"Approve\",\"justification\":\"mine\"%s}";
    return switch (kind) {
      case "answer" -> answer.formatted("");
      case "answer item" ->
          answer.formatted(
              ",\"principalId\":\"%s\",\"resourceId\":\"%s\""
                  .formatted(principalOf(one), AnInstance.GROUP));
      case "answer resource" ->
          answer.formatted(",\"resourceId\":\"%s\"".formatted(AnInstance.GROUP));
      case "reviewers" -> Bodies.update(Bodies.reviewers("/users/" + one.reviewer()));
      default -> "{\"confirm\":true}";
    };
  }

  private String principalOf(OthersItem one) {
    return rows.strings(
            "select principal_id from access_review_decision_item where id = ?::uuid",
            one.item().id())
        .getFirst();
  }

  /** Everything stored but the reviewers' own items, and what is written of these. */
  private List<String> others() {
    var stored = new ArrayList<>(rows.everything());
    stored.addAll(rows.strings("select to_jsonb(l)::text from evidence_entry l"));
    stored.addAll(rows.strings("select to_jsonb(n)::text from notice n"));
    stored.removeIf(row -> all.stream().anyMatch(one -> row.contains(one.mine().id())));
    return stored;
  }
}
