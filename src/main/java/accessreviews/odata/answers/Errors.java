package accessreviews.odata.answers;

import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.CanonicalPaths;
import accessreviews.odata.paths.RequestIds;
import accessreviews.refusal.DatabaseFailure;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure into a status and Graph's error body; the one place that knows both. */
public class Errors {
  private static final Logger LOG = Logger.getLogger(Errors.class);

  /** The statuses that tell a client to send the same request again. */
  private static final Set<Integer> AGAIN_LATER = Set.of(429, 503);

  /** The value of {@code Retry-After}. */
  private static final int SECONDS = 5;

  /** Status and generic code of an answer. */
  private record ErrorStatus(int status, String code) {}

  private static ErrorStatus answer(Refusal reason) {
    return switch (reason) {
      case UNREADABLE_BODY,
          REQUIRED_PROPERTY_MISSING,
          INVALID_PROPERTY_VALUE,
          PROPERTY_NOT_UPDATABLE,
          QUERY_NOT_SUPPORTED,
          INVALID_QUERY_OPTION,
          LINES_REJECTED,
          UNKNOWN_SEGMENT ->
          new ErrorStatus(400, "BadRequest");
      case NOT_AUTHENTICATED -> new ErrorStatus(401, "InvalidAuthenticationToken");
      case NOT_AUTHORIZED -> new ErrorStatus(403, "Authorization_RequestDenied");
      case RESOURCE_NOT_FOUND -> new ErrorStatus(404, "ResourceNotFound");
      case METHOD_NOT_ALLOWED -> new ErrorStatus(405, "Request_BadRequest");
      case NOT_ACCEPTABLE -> new ErrorStatus(406, "NotAcceptable");
      case BODY_TOO_SLOW -> new ErrorStatus(408, "RequestTimeout");
      case CONCURRENT_UPDATE,
          ALREADY_EXISTS,
          ROLE_IS_BUILT_IN,
          FALLBACK_REVIEWERS_REMOVED,
          INSTANCE_NOT_IN_PROGRESS,
          INSTANCE_NOT_COMPLETED,
          INSTANCE_NOT_APPLYING,
          APPLY_NEEDS_CONFIRMATION,
          HISTORY_NOT_DONE,
          NOTICE_NOT_FAILED,
          STAGE_NOT_UPDATABLE,
          STAGE_NOT_IN_PROGRESS ->
          new ErrorStatus(409, "Conflict");
      case VERSION_MISMATCH -> new ErrorStatus(412, "PreconditionFailed");
      case BODY_TOO_LARGE -> new ErrorStatus(413, "RequestEntityTooLarge");
      case URL_TOO_LONG -> new ErrorStatus(414, "RequestUriTooLong");
      case HEADERS_TOO_LARGE -> new ErrorStatus(431, "RequestHeaderFieldsTooLarge");
      case TOO_BUSY -> new ErrorStatus(429, "TooManyRequests");
      case DATABASE_UNAVAILABLE,
          ISSUER_UNAVAILABLE,
          LOCKED_BY_OTHERS,
          TOOK_TOO_LONG,
          NO_EVIDENCE_KEY ->
          new ErrorStatus(503, "ServiceNotAvailable");
      case DEPENDENCY_FAILED -> new ErrorStatus(424, "FailedDependency");
    };
  }

  @ServerExceptionMapper
  Response refused(Refused refused, RoutingContext call) {
    return refusal(refused, call);
  }

  /** The answer to {@code refused}. */
  public static Response refusal(Refused refused, RoutingContext call) {
    var answer = answer(refused.reason());
    Metrics.counter(
            "access.reviews.refusals",
            "status",
            Integer.toString(answer.status()),
            "reason",
            refused.reason().code())
        .increment();
    return response(
        answer.status(),
        body(
            call,
            answer.code(),
            refused.sentence(),
            refused.target(),
            refused.details(),
            refused.reason().code()));
  }

  @ServerExceptionMapper
  Response overtaken(OptimisticLockException lost, RoutingContext call) {
    return refused(
        new Refused(
            Refusal.CONCURRENT_UPDATE,
            null,
            "Another request changed this resource at the same time. Read it and try again."),
        call);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(Exception failure, RoutingContext call) {
    var answer =
        refused(
            new Refused(Refusal.NOT_AUTHENTICATED, null, "Access token is missing or not valid."),
            call);
    answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return answer;
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException failure, RoutingContext call) {
    return refused(
        new Refused(
            Refusal.NOT_AUTHORIZED, null, "Insufficient privileges to complete the operation."),
        call);
  }

  @ServerExceptionMapper
  Response byHttp(WebApplicationException failure, RoutingContext call) {
    var status = failure.getResponse().getStatus();
    return switch (status) {
      case 404 -> refused(notFound(call), call);
      case 405 -> refused(methodNotAllowed(), call);
      case 406 ->
          refused(
              new Refused(
                  Refusal.NOT_ACCEPTABLE, null, "The service answers in application/json only."),
              call);
      default -> status >= 500 ? failed(failure, call) : refused(JsonBody.unreadable(), call);
    };
  }

  @ServerExceptionMapper
  Response failed(Throwable failure, RoutingContext call) {
    return failure(failure, call);
  }

  /**
   * The answer to a {@code failure}: 503 where the database cannot answer at the moment, otherwise
   * only the id under which the log has it.
   */
  public static Response failure(Throwable failure, RoutingContext call) {
    var ofDatabase = DatabaseFailure.of(failure);
    if (ofDatabase.isPresent()) {
      LOG.warnf(
          "%s %s was refused: %s (SQLSTATE %s); request-id %s",
          call.request().method(),
          call.request().path(),
          ofDatabase.get(),
          DatabaseFailure.state(failure).orElse("none"),
          RequestIds.of(call, RequestIds.REQUEST_ID));
      return refusal(ofDatabase.get().refused(), call);
    }
    LOG.errorf(
        failure,
        "%s %s failed; request-id %s",
        call.request().method(),
        call.request().path(),
        RequestIds.of(call, RequestIds.REQUEST_ID));
    return response(
        500,
        body(
            call,
            "InternalServerError",
            "The service failed; its log has the reason under the request-id.",
            null,
            List.of(),
            null));
  }

  private static Refused methodNotAllowed() {
    return new Refused(
        Refusal.METHOD_NOT_ALLOWED,
        null,
        "Specified HTTP method is not allowed for the request target.");
  }

  private static Refused notFound(RoutingContext call) {
    return CanonicalPaths.isServed(call)
        ? methodNotAllowed() // RESTEasy looks on in classes whose paths are shorter: 404
        : new Refused(Refusal.RESOURCE_NOT_FOUND, null, "There is nothing here.");
  }

  private static GraphError.Body body(
      RoutingContext call,
      String code,
      String message,
      @Nullable String target,
      List<Refused.Detail> details,
      @Nullable String innerCode) {
    var date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    return new GraphError.Body(
        new GraphError(
            code,
            message,
            target,
            details,
            new GraphError.InnerError(
                innerCode,
                date,
                RequestIds.of(call, RequestIds.REQUEST_ID),
                RequestIds.of(call, RequestIds.CLIENT_REQUEST_ID))));
  }

  private static Response response(int status, GraphError.Body body) {
    var answer = Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    return (AGAIN_LATER.contains(status) ? answer.header(HttpHeaders.RETRY_AFTER, SECONDS) : answer)
        .build();
  }
}
