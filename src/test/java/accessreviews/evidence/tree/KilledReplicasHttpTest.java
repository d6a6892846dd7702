package accessreviews.evidence.tree;

import static accessreviews.testing.rows.LargeOrganisation.group;
import static accessreviews.testing.rows.LargeOrganisation.user;
import static accessreviews.testing.rows.Series.aSeries;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Eventually;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.rows.OtherWriter;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.LeftToReplicas;
import accessreviews.testing.servers.Replicas;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers go to two replicas of what was built. The one that sequences the log is killed in the
 * middle of it and started again, {@code -Devidence.kills} times.
 */
@InProcessOnly("starts services of its own")
@StartsServices
@QuarkusTest
class KilledReplicasHttpTest extends SeriesHttpTest implements LeftToReplicas {
  private static final int KILLS = Integer.getInteger("evidence.kills", 4);
  private static final int CLIENTS = 4;
  private static final int ITEMS_OF_A_CLIENT = 10;
  private static final int REVIEWER = CLIENTS * ITEMS_OF_A_CLIENT;
  private static final int LONGEST_DELAY = 15;
  private static final LargeOrganisation ORGANISATION =
      new LargeOrganisation(REVIEWER + 1, 1, REVIEWER);

  private static final String SEQUENCER =
      """
      select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted
        and l.objid = cast(cast(hashtext('access_reviews.evidence') as bit(32)) as bigint)
        and a.application_name like 'replica-%'""";

  @TempDir Path folder;
  @Inject AgroalDataSource database;

  private final Random random = new Random();

  /** Those that listen. */
  private final List<String> services = new CopyOnWriteArrayList<>();

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  @Test
  void leaveNoGapAndNoDoubleAndEveryAcknowledgedAnswerIsIn() throws Exception {
    ORGANISATION.fill();
    var series =
        created(
            aSeries()
                .ofScope("/groups/" + group(0) + "/members")
                .reviewedBy("/users/" + user(REVIEWER))
                .json());
    try (var issuer = Issuer.start();
        var replicas = Replicas.start(2, folder, issuer, rows, Map.of());
        var client = HttpClient.newHttpClient();
        var threads = Executors.newCachedThreadPool()) {
      replicas.names().forEach(name -> services.add(replicas.url(name)));
      var clients = new ArrayList<Future<Void>>();
      try {
        for (var one : clients(series, issuer, client)) {
          clients.add(threads.submit(() -> one.answer(() -> ended)));
        }
        for (var kill = 0; kill < KILLS; kill++) {
          killTheSequencer(replicas, kill % 2 == 0);
          everythingWrittenIsSoonInTheTree();
        }
      } finally {
        ended = true;
      }
      for (var one : clients) {
        one.get();
      }
      everythingWrittenIsSoonInTheTree();
      assertThat(replicas.logs()).doesNotContain(" ERROR ");
    }
    verify();
  }

  private List<AnsweringClient> clients(String series, Issuer issuer, HttpClient client)
      throws Exception {
    var token =
        issuer.token(
            "\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\"".formatted(user(REVIEWER)),
            Instant.now().plus(Duration.ofHours(1)));
    var decisions = path(series) + "/instances/" + instanceIds(series).getFirst() + "/decisions/";
    var items =
        rows.strings("select id from access_review_decision_item order by 1").stream()
            .map(decisions::concat)
            .toList();
    assertThat(items).hasSize(CLIENTS * ITEMS_OF_A_CLIENT);
    return IntStream.range(0, CLIENTS)
        .mapToObj(
            i ->
                new AnsweringClient(
                    "client " + i,
                    token,
                    services,
                    items.subList(i * ITEMS_OF_A_CLIENT, (i + 1) * ITEMS_OF_A_CLIENT),
                    acknowledged,
                    client))
        .toList();
  }

  /**
   * Kills it after its leaves are written, but before its checkpoint is; or at a moment of chance
   * after it has begun. It starts again, while the other one goes on.
   */
  private void killTheSequencer(Replicas replicas, boolean atItsCheckpoint) throws Exception {
    String name;
    if (atItsCheckpoint) {
      try (var other = OtherWriter.begin(database)) {
        other.lock("evidence_checkpoint in share mode");
        other.awaitRival();
        name = sequencer();
        kill(replicas, name);
      }
    } else {
      name = sequencer();
      Thread.sleep(random.nextInt(LONGEST_DELAY));
      kill(replicas, name);
    }
    System.out.printf(
        "KILLED %s %s, %d acknowledged%n",
        name, atItsCheckpoint ? "at its checkpoint" : "by chance", acknowledged.size());
    replicas.start(name);
    services.add(replicas.url(name));
  }

  private void kill(Replicas replicas, String name) {
    services.remove(replicas.url(name));
    replicas.kill(name);
  }

  private String sequencer() throws InterruptedException {
    var patience = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (System.nanoTime() < patience) {
      var found = rows.strings(SEQUENCER);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      Thread.sleep(1);
    }
    throw new AssertionError("nobody sequences the log");
  }

  private void everythingWrittenIsSoonInTheTree() throws InterruptedException {
    var last = rows.strings("select max(id) from evidence_entry").getFirst();
    Eventually.becomes(
        List.of("0"),
        () ->
            rows.strings(
                "select count(*) from evidence_unsequenced where entry_id <= ?",
                Long.parseLong(last)));
  }

  private void verify() {
    var sequenced = rows.strings("select entry_id from evidence_leaf order by index");
    assertThat(rows.strings("select index from evidence_leaf order by index"))
        .isEqualTo(IntStream.range(0, sequenced.size()).mapToObj(String::valueOf).toList());
    assertThat(sequenced)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(rows.strings("select id from evidence_entry"));
    assertThat(
            rows.strings(
                """
                select cast(e.entry as json) ->> 'justification'
                from evidence_leaf l join evidence_entry e on e.id = l.entry_id
                where e.type = 'decision'"""))
        .doesNotHaveDuplicates()
        .containsAll(acknowledged);
    var leaves = Entries.leaves(rows);
    assertThat(Entries.checkpoints(rows).getLast())
        .isEqualTo(leaves.size() + " " + Entries.hex(PlainTree.root(leaves)));
    System.out.printf("KILLED %d times, %d acknowledged%n", KILLS, acknowledged.size());
  }
}
