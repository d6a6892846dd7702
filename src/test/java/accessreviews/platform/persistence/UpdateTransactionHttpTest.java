package accessreviews.platform.persistence;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static jakarta.persistence.LockModeType.NONE;
import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import accessreviews.instances.AccessReviewInstance;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import accessreviews.testing.HttpTest;
import accessreviews.testing.Threads;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update that another writer overtakes is run again, locked, and at most three times. */
@InProcessOnly("looks into its transactions")
@QuarkusTest
class UpdateTransactionHttpTest extends HttpTest {
  private static final int WRITERS = 8;
  private static final UUID SERIES = UUID.randomUUID();

  @Inject UpdateTransaction transaction;

  private final List<LockModeType> runs = new ArrayList<>();
  private AnInstance.Stored instance = new AnInstance.Stored("", "");

  @BeforeEach
  void anInstanceToUpdate() {
    instance = anInstance().in(rows);
  }

  @Test
  void anUpdateWithoutARivalIsRunOnceAndLocksNothing() {
    var answer =
        transaction.run(
            lock -> {
              runs.add(lock);
              update(lock);
              return "done";
            });
    assertThat(answer).isEqualTo("done");
    assertThat(runs).containsExactly(NONE);
    assertThat(version()).isEqualTo("1");
  }

  @Test
  void anUpdateThatIsOvertakenOnceIsRunAgainWithALockAndSucceeds() {
    var free = new ArrayList<List<String>>();
    var answer =
        transaction.run(
            lock -> {
              runs.add(lock);
              if (runs.size() == 1) {
                return updateOvertaken(lock);
              }
              var version = update(lock);
              free.add(elsewhere(this::notLocked));
              return version;
            });
    assertThat(runs).containsExactly(NONE, PESSIMISTIC_WRITE);
    assertThat(answer).as("decided on what the other writer had stored").isEqualTo(1);
    assertThat(version()).isEqualTo("2");
    assertThat(free).as("nobody else could lock it meanwhile").containsExactly(List.of());
    assertThat(notLocked()).containsExactly(instance.id());
  }

  @Test
  void anUpdateThatIsAlwaysOvertakenIsRunAgainThreeTimesAndRefused() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(
            () ->
                transaction.run(
                    lock -> {
                      runs.add(lock);
                      return updateOvertaken(NONE);
                    }))
        .returns(Refusal.CONCURRENT_UPDATE, Refused::reason)
        .returns(null, Refused::target)
        .withMessageContaining("Read it and try again");
    assertThat(runs).containsExactly(NONE, PESSIMISTIC_WRITE, PESSIMISTIC_WRITE, PESSIMISTIC_WRITE);
    assertThat(version()).as("four other writers, and none of ours").isEqualTo("4");
  }

  @Test
  void onceAnUpdateOfARowIsOvertakenThoseThatFollowWaitInLine() throws Exception {
    transaction.run(SERIES, "row", lock -> lock == NONE ? updateOvertaken(lock) : update(lock));
    var inside = new AtomicInteger();
    var together = new ConcurrentLinkedQueue<Integer>();

    var locks =
        Threads.atOnce(
            WRITERS,
            () ->
                transaction.run(
                    SERIES,
                    "row",
                    lock -> {
                      together.add(inside.incrementAndGet());
                      update(lock);
                      inside.decrementAndGet();
                      return lock;
                    }));

    assertThat(together).hasSize(WRITERS).containsOnly(1);
    assertThat(locks).containsOnly(NONE);
    assertThat(version()).isEqualTo(String.valueOf(2 + WRITERS));
  }

  @Test
  void anUpdateThatIsRefusedIsNotRunAgainAndLeavesNothing() {
    var refused = Refused.missing("x", "y");
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(
            () ->
                transaction.run(
                    lock -> {
                      runs.add(lock);
                      update(lock);
                      throw refused;
                    }))
        .isSameAs(refused);
    assertThat(runs).containsExactly(NONE);
    assertThat(version()).isEqualTo("0");
  }

  @Test
  void anUpdateThatFailsIsNotRunAgainAndLeavesNothing() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transaction.run(
                    lock -> {
                      runs.add(lock);
                      update(lock);
                      throw new IllegalStateException("broken");
                    }))
        .withMessage("broken");
    assertThat(runs).containsExactly(NONE);
    assertThat(version()).isEqualTo("0");
  }

  /** Reads with {@code lock} and writes; answers the version that was read. */
  private long update(LockModeType lock) {
    return update(lock, () -> {});
  }

  private long updateOvertaken(LockModeType lock) {
    return update(
        lock,
        () ->
            elsewhere(
                () ->
                    rows.execute(
                        "update access_review_instance set version = version + 1 where id = ?::uuid",
                        instance.id())));
  }

  private long update(LockModeType lock, Runnable meanwhile) {
    var entities = Panache.getEntityManager();
    var found = entities.find(AccessReviewInstance.class, UUID.fromString(instance.id()), lock);
    var version =
        (Long) entities.getEntityManagerFactory().getPersistenceUnitUtil().getVersion(found);
    meanwhile.run();
    entities.lock(found, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    Panache.flush();
    return version;
  }

  private List<String> notLocked() {
    return rows.strings(
        "select id from access_review_instance where id = ?::uuid for update skip locked",
        instance.id());
  }

  private String version() {
    return rows.strings("select version from access_review_instance").getFirst();
  }

  /** On another connection, as it is in another thread. */
  private static <T> T elsewhere(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).join();
  }
}
