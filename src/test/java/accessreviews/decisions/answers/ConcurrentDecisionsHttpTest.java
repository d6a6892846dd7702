package accessreviews.decisions.answers;

import static accessreviews.testing.rows.LargeOrganisation.group;
import static accessreviews.testing.rows.LargeOrganisation.user;
import static accessreviews.testing.rows.Series.aSeries;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.OtherWriter;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.LeftToReplicas;
import accessreviews.testing.servers.Replicas;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 32 reviewers and 2 administrators work on one instance at once, over two replicas of what was
 * built, which are killed and started again meanwhile. {@code -Dconcurrent.seed} says what everyone
 * asks for; in which order it arrives is chance.
 */
@InProcessOnly("starts services of its own")
@StartsServices
@QuarkusTest
class ConcurrentDecisionsHttpTest extends SeriesHttpTest implements LeftToReplicas {
  private static final int MEMBERS = 300;
  private static final int REVIEWERS = 32;
  private static final int LONGEST_DELAY = 50;
  private static final LargeOrganisation ORGANISATION =
      new LargeOrganisation(MEMBERS + REVIEWERS, 1, MEMBERS);
  private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
  private static final String SETTINGS =
      """
      {"instanceDurationInDays":30,"recommendationsEnabled":true,
       "justificationRequiredOnApproval":true,"recurrence":%s}"""
          .formatted(ASeries.recurrence("once", "2026-01-05.."));

  @TempDir Path folder;
  @Inject AgroalDataSource database;

  private final HttpClient client = HttpClient.newHttpClient();

  /** Those that listen. */
  private final List<String> services = new CopyOnWriteArrayList<>();

  private final Random random = new Random();
  private String series = "";
  private String instance = "";

  @AfterEach
  void closeTheClient() {
    client.close();
  }

  @Test
  void noAnswerIsLostAndTheLogSaysWhatIsStored() throws Exception {
    var seed = Long.getLong("concurrent.seed", System.nanoTime());
    System.out.println("CONCURRENT -Dconcurrent.seed=" + seed);
    random.setSeed(seed);
    fillTheDirectory();
    series = created(ofAllReviewers());
    instance = instanceIds(series).getFirst();
    try (var issuer = Issuer.start();
        var replicas = Replicas.start(2, folder, issuer, rows, Map.of());
        var crowd = crowd(issuer)) {
      replicas.names().forEach(name -> services.add(replicas.url(name)));
      answerUntilTheEnd(crowd, replicas);
      assertThat(decided()).as("after the end").isEqualTo(crowd.end().seen());
      start(replicas, "replica-2");
      apply(crowd, replicas);

      assertThat(replicas.logs()).doesNotContain(" ERROR ");
      everythingIsLogged(crowd);
      assertThat(decided()).as("after applying").isEqualTo(crowd.end().seen());
    }
    whatWasDeniedIsGone();
  }

  /** Half of the members have signed in of late. */
  private static void fillTheDirectory() {
    ORGANISATION.fill();
    Organisation.importFile(
        "users",
        IntStream.range(0, MEMBERS / 2)
            .mapToObj(i -> "%s,User %2$d,user%2$d@contoso.com,%3$s\n".formatted(user(i), i, NOW))
            .collect(
                Collectors.joining(
                    "", "id,displayName,userPrincipalName,lastSignInDateTime\n", "")));
  }

  private static String ofAllReviewers() {
    return aSeries()
        .ofScope("/groups/" + group(0) + "/members")
        .with("settings", SETTINGS)
        .reviewedBy(reviewers().mapToObj(i -> "/users/" + user(i)).toArray(String[]::new))
        .json();
  }

  private static IntStream reviewers() {
    return IntStream.range(MEMBERS, MEMBERS + REVIEWERS);
  }

  private Crowd crowd(Issuer issuer) throws GeneralSecurityException {
    var reviewing = new ArrayList<Participant>();
    for (var i : reviewers().toArray()) {
      reviewing.add(participant(issuer, user(i), ""));
    }
    return new Crowd(
        path(series) + "/instances/" + instance,
        principals(),
        reviewing,
        List.of(
            participant(issuer, Organisation.id("first"), USER_ADMINISTRATOR),
            participant(issuer, Organisation.id("second"), USER_ADMINISTRATOR)),
        this::decided);
  }

  private Participant participant(Issuer issuer, String id, String role)
      throws GeneralSecurityException {
    var claims =
        "\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"wids\":[\"%s\"]"
            .formatted(id, role);
    var token = issuer.token(claims, Instant.now().plus(Duration.ofHours(1)));
    return new Participant(id, token, services, client, new Random(random.nextLong()));
  }

  private Map<String, String> principals() {
    var principals = new HashMap<String, String>();
    rows
        .strings(
            """
            select id || ' ' || principal_id from access_review_decision_item
            where instance_id = ?::uuid""",
            instance)
        .stream()
        .map(both -> both.split(" ", -1))
        .forEach(both -> principals.put(both[0], both[1]));
    assertThat(principals).hasSize(MEMBERS);
    return principals;
  }

  private void answerUntilTheEnd(Crowd crowd, Replicas replicas) throws Exception {
    crowd.answer();
    crowd.untilAnswered(600, this::timePasses);
    kill(replicas, "replica-1");
    crowd.untilAnswered(200, this::timePasses); // by the other one alone
    start(replicas, "replica-1");
    crowd.untilAnswered(400, this::timePasses);
    crowd.answerSingly();
    crowd.untilAnswered(800, this::timePasses);
    crowd.stop();
    Thread.sleep(random.nextInt(LONGEST_DELAY));
    kill(replicas, "replica-2");
    crowd.untilDone(this::timePasses);
  }

  /** Both administrators at once; who is at work on it is killed in the middle of it. */
  private void apply(Crowd crowd, Replicas replicas) throws Exception {
    try (var other = OtherWriter.begin(database)) {
      other.execute(
          "select 1 from directory_group_member where group_id = ?::uuid for update", group(0));
      crowd.apply();
      other.awaitRival();
      var atWork = replicas.atWork().orElseThrow();
      System.out.println("CONCURRENT killed while applying: " + atWork);
      kill(replicas, atWork.substring(0, atWork.indexOf(':')));
    }
    crowd.untilDone(this::timePasses);
    crowd.until(
        () ->
            rows.strings("select status from access_review_instance where id = ?::uuid", instance)
                .equals(List.of("Applied")),
        this::timePasses);
  }

  private void timePasses() {
    rows.execute("update emulator_clock set frozen_at = frozen_at + interval '1 second'");
  }

  private void kill(Replicas replicas, String name) {
    var url = replicas.url(name);
    replicas.kill(name);
    services.remove(url);
  }

  private void start(Replicas replicas, String name) throws Exception {
    replicas.start(name);
    services.add(replicas.url(name));
  }

  /** Every item as it is decided, and how far the log goes. */
  private List<String> decided() {
    return rows.strings(
        """
        select jsonb_build_array(id, stage, decision, justification, reviewed_by,
          reviewed_date_time, version - (applied_date_time is not null)::int)::text
        from access_review_decision_item where instance_id = ?::uuid
        union all
        select count(*) || ' lines, the last one ' || max(id) from evidence_entry
        where type = 'decision'
        order by 1""",
        instance);
  }

  private void everythingIsLogged(Crowd crowd) {
    var log = DecisionLog.of(instance, rows);
    var attempts = new LoggedAttempts(log, crowd.everybody());
    attempts.areOfAllKinds();
    attempts.haveDoneWhatTheyAskedFor(MEMBERS);
    attempts.areLoggedInTheOrderInWhichTheyWereAnswered();
    attempts.areRefusedAfter(crowd.end().at(), REVIEWERS * Crowd.AFTER_THE_END);
    var stored = DecisionLog.storedItems(instance, rows);
    assertThat(log.playedBack(stored.keySet())).isEqualTo(stored);
  }

  /** All members but those who were denied are there; everything was applied, for one caller. */
  private void whatWasDeniedIsGone() {
    assertThat(principals("decision = 'Deny'")).hasSizeBetween(1, MEMBERS - 1);
    assertThat(
            rows.strings(
                "select member_id from directory_group_member where group_id = ?::uuid order by 1",
                group(0)))
        .isEqualTo(principals("decision <> 'Deny'"));
    assertThat(principals("apply_result = 'AppliedSuccessfully'"))
        .isEqualTo(principals("decision = 'Deny'"));
    assertThat(principals("apply_result = 'New'")).isEqualTo(principals("decision <> 'Deny'"));
    assertThat(
            rows.strings(
                """
                select distinct d.applied_by = i.apply_requested_by
                from access_review_decision_item d
                  join access_review_instance i on i.id = d.instance_id
                where i.id = ?::uuid and d.decision = 'Deny'""",
                instance))
        .containsExactly("t");
  }

  private List<String> principals(String condition) {
    return rows.strings(
        "select principal_id from access_review_decision_item where instance_id = ?::uuid and %s order by 1"
            .formatted(condition),
        instance);
  }
}
