package accessreviews.odata.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** One caller's requests wait for one another, not others for them. */
class CallersLinesTest {
  private final CallersLines lines = new CallersLines(2, 3);
  private final List<CompletableFuture<String>> begun = new ArrayList<>();

  private CompletionStage<String> send(String caller) {
    return lines.inLine(
        caller,
        () -> {
          var answer = new CompletableFuture<String>();
          begun.add(answer);
          return answer;
        });
  }

  @Test
  void fewOfACallerRunAtOnceAndTheOthersFollowInOrder() {
    var first = send("ada");
    send("ada");
    var third = send("ada");
    assertThat(begun).hasSize(2);

    begun.getFirst().complete("one");
    assertThat(first).isCompletedWithValue("one");
    assertThat(begun).hasSize(3);
    begun.get(2).complete("three");
    assertThat(third).isCompletedWithValue("three");
  }

  @Test
  void anotherCallerDoesNotWait() {
    for (var i = 0; i < 5; i++) {
      send("ada");
    }
    assertThat(begun).hasSize(2);

    send("bob");
    assertThat(begun).hasSize(3);
  }

  @Test
  void aFailureMakesRoomToo() {
    var failed = send("ada");
    send("ada");
    send("ada");

    begun.getFirst().completeExceptionally(new IllegalStateException("on purpose"));
    assertThat(failed).isCompletedExceptionally();
    assertThat(begun).hasSize(3);
  }

  @Test
  void tooManyThatWaitAreRefusedUntilThereIsRoom() {
    for (var i = 0; i < 5; i++) {
      send("ada");
    }
    assertThatThrownBy(() -> send("ada")).isInstanceOf(ConnectionPoolTooBusyException.class);

    begun.getFirst().complete("");
    send("ada");
    for (var i = 1; i < 6; i++) {
      begun.get(i).complete("");
    }
    send("ada");
    send("ada");
    assertThat(begun).hasSize(8);
  }
}
