package accessreviews.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several threads that do the same at the same moment. */
public final class Threads {
  private Threads() {}

  /** What {@code work} answers in each of {@code number} threads that begin together. */
  public static <T> List<T> atOnce(int number, Callable<T> work) throws Exception {
    var start = new CyclicBarrier(number);
    try (var threads = Executors.newFixedThreadPool(number)) {
      var running = new ArrayList<Future<T>>();
      for (var i = 0; i < number; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      var answers = new ArrayList<T>();
      for (var one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
