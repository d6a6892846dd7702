package accessreviews.stages;

import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.IfMatch;
import accessreviews.reviewers.ReviewerScope;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stage on the wire. Its queries are shown as sent, without {@code queryRoot} unless one was sent
 * (seed "Update accessReviewStage").
 *
 * @param context only in the answer to a read of a single stage
 * @param type only in the answer to an update
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "accessReviewStage")
public record StageView(
    @JsonProperty("@odata.context") @Nullable String context,
    @JsonProperty("@odata.type") @Nullable String type,
    @JsonProperty("@odata.etag") String etag,
    UUID id,
    Instant startDateTime,
    Instant endDateTime,
    ReviewStatus status,
    List<AsSent> reviewers,
    List<AsSent> fallbackReviewers) {
  private static final String TYPE = "#microsoft.graph.accessReviewStage";

  /** A reviewer scope as it was sent. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AsSent(String query, String queryType, @Nullable String queryRoot) {
    static List<AsSent> of(List<ReviewerScope> scopes) {
      return scopes.stream()
          .map(scope -> new AsSent(scope.query(), scope.queryType(), scope.queryRoot()))
          .toList();
    }
  }

  /** The path of the stages of an instance below the service root. */
  static String set(InstanceKey instance) {
    return instance.path() + "/stages";
  }

  static StageView item(AccessReviewStage stage) {
    return of(stage, null, null);
  }

  static StageView entity(AccessReviewStage stage, String context) {
    return of(stage, context, null);
  }

  static StageView updated(AccessReviewStage stage) {
    return of(stage, null, TYPE);
  }

  private static StageView of(
      AccessReviewStage stage, @Nullable String context, @Nullable String type) {
    return new StageView(
        context,
        type,
        IfMatch.etag(stage.version()),
        stage.id(),
        stage.startDateTime(),
        stage.endDateTime(),
        stage.status(),
        AsSent.of(stage.reviewers().scopes()),
        AsSent.of(stage.fallbackReviewers().scopes()));
  }
}
