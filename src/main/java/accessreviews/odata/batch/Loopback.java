package accessreviews.odata.batch;

import accessreviews.odata.paths.RequestIds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls of this service to itself, to the socket that received the batch. They carry the caller's
 * token and host.
 */
@ApplicationScoped
class Loopback {
  /** Fewer than the database connections, so that calls wait here and not for those. */
  private static final int AT_ONCE = 32;

  /** Calls of one caller at once; the others wait in the caller's own line. */
  private static final int OF_A_CALLER = 8;

  /** The number of waiting calls beyond which a caller gets 429. */
  private static final int WAITING = 2_000;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Set<String> OF_THE_CALLER =
      Set.of("authorization", "host", "traceparent", "tracestate");

  /** Marks calls of a batch. Only this process knows the value, so that no caller can send it. */
  private static final String IN_A_BATCH = "access-reviews-batch";

  private final String secret = UUID.randomUUID().toString();
  private final CallersLines lines = new CallersLines(OF_A_CALLER, WAITING);
  private final HttpClient client;

  Loopback(Vertx vertx) {
    // The certificate is our own, and need not name the address that the socket has.
    client =
        vertx.createHttpClient(
            new HttpClientOptions().setTrustAll(true).setVerifyHost(false),
            new PoolOptions().setHttp1MaxSize(AT_ONCE).setMaxWaitQueueSize(WAITING));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** Whether {@code call} is itself part of a batch. */
  boolean isInABatch(HttpServerRequest call) {
    return secret.equals(call.getHeader(IN_A_BATCH));
  }

  /** The response to a call. */
  record RawResponse(int status, List<Map.Entry<String, String>> headers, Buffer body) {}

  /**
   * Sends {@code request}, which is part of {@code call}, without blocking a thread.
   *
   * @param caller in whose line it waits
   * @param room for the answers of the batch
   */
  Uni<RawResponse> send(
      RoutingContext call, String caller, String root, BatchedRequest request, Room room) {
    var options =
        options(call.request())
            .setMethod(HttpMethod.valueOf(request.method()))
            .setURI(root + request.url());
    request.headers().forEach(options::putHeader);
    options.putHeader(IN_A_BATCH, secret);
    if (!request.headers().containsKey(RequestIds.CLIENT_REQUEST_ID)) {
      options.putHeader(
          RequestIds.CLIENT_REQUEST_ID, RequestIds.of(call, RequestIds.CLIENT_REQUEST_ID));
    }
    var content = request.content();
    return Uni.createFrom()
        .completionStage(
            () ->
                lines.inLine(
                    caller,
                    () ->
                        client
                            .request(options)
                            .compose(ready -> answered(ready, content, room))
                            .toCompletionStage()));
  }

  /**
   * Registers the listener before it sends, because the response may come before a later listener.
   */
  private static Future<RawResponse> answered(
      HttpClientRequest ready, byte @Nullable [] content, Room room) {
    var answer =
        ready
            .response()
            .compose(
                response ->
                    room.body(response)
                        .map(
                            body ->
                                new RawResponse(
                                    response.statusCode(), response.headers().entries(), body)));
    return (content == null ? ready.end() : ready.end(Buffer.buffer(content)))
        .compose(sent -> answer);
  }

  private static RequestOptions options(HttpServerRequest outer) {
    var connection = outer.connection();
    var options =
        new RequestOptions()
            .setIdleTimeout(PATIENCE.toMillis())
            .setServer(connection.localAddress(true))
            .setHost("localhost")
            .setSsl(connection.isSsl());
    for (var header : outer.headers()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (OF_THE_CALLER.contains(name)) {
        options.addHeader(name, header.getValue());
      }
    }
    var authority = outer.authority();
    if (authority != null) {
      options.putHeader("host", authority.toString());
      forward(outer, authority.toString(), options);
    }
    return options;
  }

  /**
   * Forwards the resolved address of a call that came through a proxy. Headers that the service did
   * not trust are not trusted here either.
   */
  private static void forward(HttpServerRequest outer, String host, RequestOptions options) {
    var client = outer.remoteAddress() == null ? "unknown" : outer.remoteAddress().hostAddress();
    if (outer.getHeader("X-Forwarded-Proto") != null
        || outer.getHeader("X-Forwarded-Host") != null) {
      options
          .putHeader("x-forwarded-proto", outer.scheme())
          .putHeader("x-forwarded-host", host)
          .putHeader("x-forwarded-for", String.valueOf(client));
    }
    if (outer.getHeader("Forwarded") != null) {
      options.putHeader(
          "forwarded", "proto=%s;host=\"%s\";for=\"%s\"".formatted(outer.scheme(), host, client));
    }
  }
}
