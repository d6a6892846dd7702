package accessreviews.evidence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * A client that answers its items again and again, at one service after the other. Each answer has
 * a justification of its own, which is kept once the answer was acknowledged.
 *
 * @param services those that listen now
 * @param items the paths of items that nobody else answers
 */
record AnsweringClient(
    String name,
    String token,
    List<String> services,
    List<String> items,
    Queue<String> acknowledged,
    HttpClient client) {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Answers until {@code ended}; a service may go at any time, but refuses nothing. */
  Void answer(BooleanSupplier ended) throws InterruptedException {
    for (var i = 0; !ended.getAsBoolean(); i++) {
      var service = services.get(i % services.size());
      var justification = name + " " + i;
      var request =
          HttpRequest.newBuilder(URI.create(service + items.get(i % items.size())))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method("PATCH", BodyPublishers.ofString(body(i, justification), UTF_8))
              .build();
      try {
        var answer = client.send(request, BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isIn(204, 503);
        if (answer.statusCode() == 204) {
          acknowledged.add(justification);
        }
      } catch (IOException e) {
        // The service was killed. Whether the answer is stored, nobody knows.
      }
      Thread.sleep(PAUSE);
    }
    return null;
  }

  private static String body(int number, String justification) {
    return "{\"decision\":\"%s\",\"justification\":\"%s\"}"
        .formatted(number % 2 == 0 ? "Approve" : "Deny", justification);
  }
}
