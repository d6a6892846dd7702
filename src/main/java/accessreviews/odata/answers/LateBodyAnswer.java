package accessreviews.odata.answers;

import accessreviews.odata.bodies.LateBodies;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Graph's error body for a request that no resource will answer any more. */
@ApplicationScoped
class LateBodyAnswer implements LateBodies {
  private final ObjectMapper mapper;

  LateBodyAnswer(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void refuse(RoutingContext call, Refused late) {
    var answer = Errors.refusal(late, call);
    try {
      call.response()
          .setStatusCode(answer.getStatus())
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
          .end(mapper.writeValueAsString(answer.getEntity()))
          .onComplete(sent -> call.request().connection().close());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // it is one of ours
    }
  }
}
