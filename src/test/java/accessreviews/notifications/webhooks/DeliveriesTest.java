package accessreviews.notifications.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What receivers answer, and whatever else they do. */
class DeliveriesTest {
  private static final byte[] EVENT =
      "{\"specversion\":\"1.0\",\"id\":\"7.x\",\"source\":\"s\",\"type\":\"t\"}".getBytes(UTF_8);

  private final Deliveries deliveries = new Deliveries(Duration.ofSeconds(2));
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
    deliveries.close();
  }

  private Answer send() {
    return deliveries.send(receiver.subscription("one"), "7.x", EVENT);
  }

  @Test
  void theSignatureIsThatOfStandardWebhooks() {
    assertThat(send()).isEqualTo(new Answer(204, null, null));
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void oneOfTwoSecretsSuffices() {
    var other = "whsec_" + "A".repeat(32);
    var both =
        Subscription.read(
            "both",
            Receiver.config(receiver.url(), List.of(other, Receiver.SECRET), Optional.empty()));
    var wrong =
        Subscription.read(
            "wrong", Receiver.config(receiver.url(), List.of(other), Optional.empty()));

    assertThat(deliveries.send(both, "7.x", EVENT).isReceived()).isTrue();
    assertThat(deliveries.send(wrong, "7.x", EVENT)).isEqualTo(new Answer(400, "HTTP 400", null));
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    try (var elsewhere = new Receiver()) {
      receiver.answers(
          exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere.url());
            exchange.sendResponseHeaders(307, -1);
          });

      assertThat(send()).isEqualTo(new Answer(307, "HTTP 307: redirects are not followed", null));

      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void anEndlessBodyIsNotRead() {
    receiver.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var much = new byte[8_192];
          while (true) {
            exchange.getResponseBody().write(much);
          }
        });

    assertThat(send().isReceived()).isTrue();
  }

  @Test
  void aBodyThatStopsIsNotWaitedFor() {
    var end = new CountDownLatch(1);
    receiver.answers(
        exchange -> {
          exchange.sendResponseHeaders(503, 100);
          exchange.getResponseBody().flush();
          end.await();
        });

    assertThat(send().status()).isEqualTo(503);
    end.countDown();
  }

  @Test
  void silenceEnds() {
    var end = new CountDownLatch(1);
    receiver.answers(exchange -> end.await());

    assertThat(send()).isEqualTo(Answer.none("no answer in 2 seconds"));
    end.countDown();
  }

  @Test
  void aClosedPortIsNoAnswer() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var nobody =
        Subscription.read(
            "nobody",
            Receiver.config(
                "http://localhost:%d/?sig=hidden".formatted(port),
                List.of(Receiver.SECRET),
                Optional.empty()));

    assertThat(deliveries.send(nobody, "7.x", EVENT))
        .isEqualTo(Answer.none("no answer: ConnectException"));
  }

  @Test
  void retryAfterIsReadWhereItHasAMeaning() {
    for (var status : List.of(429, 503, 500)) {
      receiver.answers(
          exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "90");
            exchange.sendResponseHeaders(status, -1);
          });
      assertThat(send().retryAfter()).isEqualTo(status == 500 ? null : Duration.ofSeconds(90));
    }
  }
}
