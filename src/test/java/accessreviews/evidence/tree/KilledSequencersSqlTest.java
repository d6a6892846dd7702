package accessreviews.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Rows;
import accessreviews.testing.sql.SqlTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two sequencers at once, as in two replicas, while others write. The connection of one of them is
 * terminated a hundred times in the middle of its transaction.
 */
class KilledSequencersSqlTest extends SqlTest {
  private static final int KILLS = 100;
  private static final String WRITE =
      """
      insert into evidence_entry (type, at, definition_id, entry)
      select 'decision', now(), '00000000-0000-0000-0000-00000000000d', '{"entry":' || i || '}'
      from generate_series(1, ?) i returning id""";

  /** Those in a transaction now, by the process of their connection. */
  private final Map<Integer, Boolean> atWork = new ConcurrentHashMap<>();

  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger killed = new AtomicInteger();
  private volatile boolean ended;

  @Test
  void leaveNoGapAndNoDoubleAndEveryAcknowledgedEntryIsIn() throws Exception {
    var chance = new Random();
    try (var threads = Executors.newCachedThreadPool()) {
      var all =
          List.<Future<?>>of(
              threads.submit(() -> write(1)),
              threads.submit(() -> write(2)),
              threads.submit(this::sequence),
              threads.submit(this::sequence));
      try (var killer = database().connect();
          var kill = killer.prepareStatement("select pg_terminate_backend(?)")) {
        while (killed.get() < KILLS && all.stream().noneMatch(Future::isDone)) {
          Thread.sleep(chance.nextInt(20)); // so that some of their transactions come to an end
          for (var process : atWork.keySet()) {
            kill.setInt(1, process);
            kill.execute();
          }
        }
      } finally {
        ended = true;
      }
      for (var one : all) {
        one.get();
      }
    }
    try (var last = database().connect()) {
      last.setAutoCommit(false);
      while (run(last) > 0) {}
      verify(new Rows(new OneConnection(last)));
    }
  }

  private void verify(Rows stored) {
    assertThat(killed).hasValueGreaterThanOrEqualTo(KILLS);
    var sequenced = stored.strings("select entry_id from evidence_leaf order by index");
    assertThat(sequenced).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(stored.strings("select index from evidence_leaf order by index"))
        .isEqualTo(IntStream.range(0, sequenced.size()).mapToObj(String::valueOf).toList());
    assertThat(stored.strings("select 1 from evidence_unsequenced")).isEmpty();

    var leaves = Entries.leaves(stored);
    var checkpoints = Entries.checkpoints(stored);
    assertThat(checkpoints.getLast())
        .isEqualTo(leaves.size() + " " + Entries.hex(PlainTree.root(leaves)));
    var random = new Random(leaves.size());
    for (var checkpoint :
        random.ints(10, 0, checkpoints.size()).mapToObj(checkpoints::get).toList()) {
      var size = Integer.parseInt(checkpoint.split(" ", -1)[0]);
      assertThat(checkpoint)
          .isEqualTo(size + " " + Entries.hex(PlainTree.root(leaves.subList(0, size))));
    }
  }

  /** Some of a writer's transactions are rolled back, so that ids are missing. */
  private Void write(int seed) throws SQLException {
    var random = new Random(seed);
    try (var connection = database().connect();
        var write = connection.prepareStatement(WRITE)) {
      connection.setAutoCommit(false);
      while (!ended) {
        write.setInt(1, 1 + random.nextInt(300));
        var ids = new ConcurrentLinkedQueue<String>();
        try (var written = write.executeQuery()) {
          while (written.next()) {
            ids.add(written.getString(1));
          }
        }
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          acknowledged.addAll(ids);
        }
      }
    }
    return null;
  }

  private Void sequence() throws SQLException {
    while (!ended) {
      try (var connection = database().connect()) {
        connection.setAutoCommit(false);
        var process =
            Integer.parseInt(
                new Rows(new OneConnection(connection))
                    .strings("select pg_backend_pid()")
                    .getFirst());
        try {
          while (!ended) {
            atWork.put(process, true);
            run(connection);
            atWork.remove(process);
          }
        } catch (SQLException | RuntimeException e) {
          killed.incrementAndGet(); // between its statements, or in the middle of one
        } finally {
          atWork.remove(process);
        }
      }
    }
    return null;
  }

  private int run(Connection connection) throws SQLException {
    try (var session = session(connection)) {
      session.beginTransaction();
      var placed = new SequenceStep(session).run();
      session.getTransaction().commit();
      return placed;
    }
  }

  private record OneConnection(Connection connection) implements Rows.Connections {
    @Override
    public <T> T use(Rows.Work<T> work) throws SQLException {
      return work.on(connection);
    }
  }
}
