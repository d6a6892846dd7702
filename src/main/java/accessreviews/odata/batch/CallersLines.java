package accessreviews.odata.batch;

import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A line for each caller: few of a caller's batched requests run at once, and the others wait for
 * those of the same caller. So one caller cannot use up the connections that all batches share.
 */
final class CallersLines {
  private final int atOnce;
  private final int mostWaiting;
  private final Map<String, Line> lines = new HashMap<>();

  CallersLines(int atOnce, int mostWaiting) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  private static final class Line {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;
  }

  /** The result of {@code call}, which begins when it is its turn among those of {@code caller}. */
  <T> CompletionStage<T> inLine(String caller, Supplier<CompletionStage<T>> call) {
    var result = new CompletableFuture<T>();
    Runnable begin =
        () ->
            call.get()
                .whenComplete(
                    (value, failure) -> {
                      next(caller);
                      if (failure == null) {
                        result.complete(value);
                      } else {
                        result.completeExceptionally(failure);
                      }
                    });
    if (enter(caller, begin)) {
      begin.run();
    }
    return result;
  }

  /** Whether the call may begin; otherwise it waits. Refuses where too many wait. */
  private synchronized boolean enter(String caller, Runnable begin) {
    var line = lines.computeIfAbsent(caller, name -> new Line());
    if (line.running < atOnce) {
      line.running++;
      return true;
    }
    if (line.waiting.size() >= mostWaiting) {
      throw new ConnectionPoolTooBusyException("too many batched requests of one caller");
    }
    line.waiting.add(inItsContext(begin));
    return false;
  }

  /** A call that waits begins in the context of its own request, not of the one before it. */
  private static Runnable inItsContext(Runnable begin) {
    var context = Vertx.currentContext();
    return context == null ? begin : () -> context.runOnContext(turn -> begin.run());
  }

  /** One call of {@code caller} is over: the next one begins. */
  private void next(String caller) {
    Runnable begin;
    synchronized (this) {
      var line = lines.computeIfAbsent(caller, name -> new Line());
      begin = line.waiting.poll();
      if (begin == null && --line.running == 0) {
        lines.remove(caller);
      }
    }
    if (begin != null) {
      begin.run();
    }
  }
}
