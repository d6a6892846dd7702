package accessreviews.notifications.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A receiver of webhooks, whose answers a test writes. It reads each event as receivers do: with
 * libraries that are not ours.
 */
final class Receiver implements AutoCloseable {
  static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Answering answering = exchange -> exchange.sendResponseHeaders(204, -1);

  /** What it answers. */
  @FunctionalInterface
  interface Answering {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** A request whose signature is right. */
  record Received(CloudEvent event, String body) {
    String kind() {
      return event.getType().replace("com.access-reviews.", "");
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A subscription of it to all types. */
  Subscription subscription(String name) {
    return Subscription.read(name, config(url(), List.of(SECRET), Optional.empty()));
  }

  static WebhooksConfig.Webhook config(
      String url, List<String> secrets, Optional<List<String>> types) {
    return new WebhooksConfig.Webhook() {
      @Override
      public String url() {
        return url;
      }

      @Override
      public List<String> secret() {
        return secrets;
      }

      @Override
      public Optional<List<String>> types() {
        return types;
      }
    };
  }

  String url() {
    return "http://localhost:%d/events".formatted(server.getAddress().getPort());
  }

  void answers(Answering next) {
    answering = next;
  }

  void answers(int status) {
    answers(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  List<Received> received() {
    return received;
  }

  List<String> kinds() {
    return received.stream().map(Received::kind).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      new Webhook(SECRET).verify(body, headers(exchange));
      var event = new JsonFormat().deserialize(body.getBytes(UTF_8));
      if (!event.getId().equals(exchange.getRequestHeaders().getFirst("webhook-id"))) {
        throw new IOException("two ids");
      }
      received.add(new Received(event, body));
      answering.answer(exchange);
    } catch (WebhookVerificationException e) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  /** The names as a framework has them: in lower case. */
  private static Map<String, List<String>> headers(HttpExchange exchange) {
    var headers = new java.util.HashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
    return headers;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
