package accessreviews.notifications.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A quarter of weekly reviews of many kinds: the mails that arrive at an SMTP server are exactly
 * those that the {@link Truth} computes, each once.
 */
@QuarkusTest
class QuarterHttpTest extends MailHttpTest {
  private final Truth truth = new Truth();
  private final Map<String, String> series = new HashMap<>();
  private final Map<String, String> instances = new HashMap<>();
  private final Set<String> messageIds = new HashSet<>();
  private int seen;

  @Override
  protected Instant startOfTest() {
    return Truth.BEGIN.minus(Truth.STEP);
  }

  @BeforeEach
  void enterprise() {
    Enterprise.fill();
    for (var plan : Plan.ALL) {
      var caller = plan.created().isEmpty() ? request() : as(claims(plan.created()));
      String id =
          caller
              .contentType("application/json")
              .body(plan.json())
              .post(DEFINITIONS)
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      series.put(id, plan.name());
    }
  }

  @Test
  void eachStepOfTheClockSendsTheMailsOfItsTime() {
    var seed = Long.getLong("quarter.seed", System.nanoTime());
    System.out.println("QUARTER -Dquarter.seed=" + seed);
    var random = new Random(seed);
    for (var now = Truth.BEGIN; !now.isAfter(Truth.END); now = now.plus(Truth.STEP)) {
      clockAt(now);
      assertThat(arrived()).as("at %s, seed %d", now, seed).isEqualTo(truth.at(now));
      for (var open : truth.open()) {
        if (random.nextInt(8) == 0) {
          answer(open, random.nextInt(4) == 0 ? "Deny" : "Approve");
        }
      }
    }
  }

  @Test
  void aJumpOverTheQuarterSendsThemAll() {
    var expected = new ArrayList<Notice>();
    for (var now = Truth.BEGIN; !now.isAfter(Truth.END); now = now.plus(Truth.STEP)) {
      expected.addAll(truth.at(now));
    }

    assertThat(expected).hasSizeGreaterThan(400);

    clockAt(Truth.END);

    assertThat(arrived()).isEqualTo(expected.stream().sorted().toList());
  }

  /** Of an Identity Governance Administrator. */
  private static String claims(String user) {
    return """
        {"oid":"%s","scp":"AccessReview.ReadWrite.All",
         "wids":["45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"]}"""
        .formatted(Organisation.id(user));
  }

  private void answer(String open, String decision) {
    var bar = open.indexOf('|');
    decide(instance(open.substring(0, bar)), open.substring(bar + 1), decision);
    truth.decided(open, decision);
  }

  private String instance(String name) {
    return instances.entrySet().stream()
        .filter(one -> one.getValue().equals(name))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** What has arrived since the last call. */
  private List<Notice> arrived() {
    learnInstances();
    var all = server.received();
    var since = all.subList(seen, all.size());
    seen = all.size();
    return since.stream()
        .map(
            one -> {
              var mail = ArrivedMail.of(one);
              assertThat(messageIds.add(mail.messageId())).as(mail.messageId()).isTrue();
              return notice(mail);
            })
        .sorted()
        .toList();
  }

  private Notice notice(ArrivedMail mail) {
    var kind = Wording.of(mail);
    var isResult = kind.kind().startsWith("completed");
    assertThat(isResult ? mail.reviews() : mail.results()).as(mail.subject()).isEmpty();
    return new Notice(
        mail.to(),
        kind.kind(),
        kind.german(),
        (isResult ? mail.results() : mail.reviews())
            .stream()
                .map(id -> Objects.requireNonNull(instances.get(id), id))
                .collect(Collectors.toSet()));
  }

  private void learnInstances() {
    for (var line :
        rows.strings(
            """
            select concat_ws('|', id, definition_id, start_date_time at time zone 'UTC', resource_id)
            from access_review_instance""")) {
      var cells = line.split("\\|", -1);
      instances.put(
          cells[0],
          "%s/%s/%s"
              .formatted(
                  series.get(cells[1]),
                  cells[2].substring(0, "2026-01-05".length()),
                  groupNamed(cells[3])));
    }
  }

  private static String groupNamed(String id) {
    return Enterprise.MEMBERS.keySet().stream()
        .filter(name -> Organisation.id(name).equals(id))
        .findFirst()
        .orElseThrow();
  }
}
