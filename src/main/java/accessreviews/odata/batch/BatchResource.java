package accessreviews.odata.batch;

import accessreviews.odata.answers.Errors;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.RequestLimits;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code $batch}: up to 20 requests in one, each answered as if it had been sent alone. */
@Path("/{version}/" + BatchResource.SEGMENT)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class BatchResource {
  static final String SEGMENT = "$batch";
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "date");

  private final Loopback loopback;
  private final RequestLimits limits;
  private final SecurityIdentity identity;

  BatchResource(Loopback loopback, RequestLimits limits, SecurityIdentity identity) {
    this.loopback = loopback;
    this.limits = limits;
    this.identity = identity;
  }

  /** Answers a batch. A thread reads the body; none waits for the answers. */
  @POST
  @Blocking
  public Uni<Batch.BatchResponse> answer(
      @PathParam("version") String version,
      @Context RoutingContext call,
      @RequestBody(content = @Content(schema = @Schema(implementation = Batch.class)))
          JsonBody body) {
    if (loopback.isInABatch(call.request())) {
      throw Refused.invalid("requests", "no batch inside a batch");
    }
    var batch = body.as(Batch.class);
    var sender = new Sender(call, identity.getPrincipal().getName(), "/" + version, new Room());
    var answers = new HashMap<String, Uni<Batch.BatchedResponse>>();
    for (var request : batch.inOrder()) {
      var before = request.dependsOn().stream().map(id -> answers.get(Batch.key(id))).toList();
      var answer =
          before.isEmpty()
              ? sent(request, sender)
              : Uni.join()
                  .all(before)
                  .andCollectFailures()
                  .chain(
                      all ->
                          all.stream().allMatch(Batch.BatchedResponse::isSuccess)
                              ? sent(request, sender)
                              : Uni.createFrom().item(() -> notSent(request, call)));
      answers.put(Batch.key(request.id()), answer.memoize().indefinitely());
    }
    return Uni.join()
        .all(batch.requests().stream().map(one -> answers.get(Batch.key(one.id()))).toList())
        .andCollectFailures()
        .map(Batch.BatchResponse::new);
  }

  /** Who sends the requests of a batch, and the room for their answers. */
  private record Sender(RoutingContext call, String caller, String root, Room room) {}

  private Uni<Batch.BatchedResponse> sent(BatchedRequest request, Sender sender) {
    return Uni.createFrom()
        .item(request)
        .invoke(one -> limits.requireUrlWithinLimits(sender.root() + one.url()))
        .chain(
            one -> loopback.send(sender.call(), sender.caller(), sender.root(), one, sender.room()))
        .map(answer -> shown(request.id(), answer))
        .onFailure()
        .recoverWithItem(failure -> shown(request.id(), failed(failure, sender.call())));
  }

  private static Response failed(Throwable failure, RoutingContext call) {
    return switch (failure) {
      case Refused refused -> Errors.refusal(refused, call);
      case ConnectionPoolTooBusyException busy ->
          Errors.refusal(
              new Refused(
                  Refusal.TOO_BUSY,
                  null,
                  "Too many batched requests are waiting. Try again later."),
              call);
      default -> Errors.failure(failure, call);
    };
  }

  private static Batch.BatchedResponse notSent(BatchedRequest request, RoutingContext call) {
    var refused =
        new Refused(
            Refusal.DEPENDENCY_FAILED,
            null,
            "The request was not sent, because a request that it depends on failed.");
    return shown(request.id(), Errors.refusal(refused, call));
  }

  /** The answer to a request that was not sent. */
  private static Batch.BatchedResponse shown(String id, Response answer) {
    return new Batch.BatchedResponse(
        id,
        answer.getStatus(),
        answer.getStringHeaders().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst())),
        answer.getEntity());
  }

  private static Batch.BatchedResponse shown(String id, Loopback.RawResponse answer) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var header : answer.headers()) {
      if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        headers.merge(header.getKey(), header.getValue(), (one, other) -> one + ", " + other);
      }
    }
    var type = headers.getOrDefault(HttpHeaders.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    return new Batch.BatchedResponse(id, answer.status(), headers, body(type, answer.body()));
  }

  private static @Nullable Object body(String type, Buffer body) {
    if (body.length() == 0) {
      return null;
    }
    if (type.startsWith("application/json")) {
      return new RawValue(body.toString(StandardCharsets.UTF_8));
    }
    return type.startsWith("text/") || type.startsWith("application/xml")
        ? body.toString(StandardCharsets.UTF_8)
        : Base64.getUrlEncoder().withoutPadding().encodeToString(body.getBytes());
  }
}
