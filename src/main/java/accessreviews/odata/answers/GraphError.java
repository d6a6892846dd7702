package accessreviews.odata.answers;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graph's error body: a generic code to branch on, a sentence to read, the specific reason. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GraphError(
    String code,
    String message,
    @Nullable String target,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refused.Detail> details,
    InnerError innerError) {

  /**
   * The specific reason, and the ids under which the call is found in the service's log.
   *
   * @param date UTC to the second, without a zone, as Graph writes it
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record InnerError(
      @Nullable String code,
      String date,
      @JsonProperty("request-id") String requestId,
      @JsonProperty("client-request-id") String clientRequestId) {}

  /** The body of an answer: one member {@code error}. */
  @RegisterForReflection
  public record Body(GraphError error) {}
}
