package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An instance on the wire, queries with their service root.
 *
 * @param context null inside a list, whose own context says it
 * @param errors of its life cycle, which only beta shows
 */
@Schema(name = "accessReviewInstance")
public record InstanceView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    @JsonProperty("@odata.etag") String etag,
    UUID id,
    Instant startDateTime,
    @Nullable Instant endDateTime,
    ReviewStatus status,
    Scope scope,
    Reviewers reviewers,
    FallbackReviewers fallbackReviewers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LifeCycleError> errors) {

  static InstanceView item(AccessReviewInstance instance, ServiceRoot root) {
    return of(instance, root, null);
  }

  static InstanceView entity(AccessReviewInstance instance, ServiceRoot root) {
    return of(instance, root, root.context(set(instance.definitionId()) + "/$entity"));
  }

  /** The path of the instances of a series below the service root. */
  static String set(UUID definition) {
    return "identityGovernance/accessReviews/definitions('%s')/instances".formatted(definition);
  }

  private static InstanceView of(
      AccessReviewInstance instance, ServiceRoot root, @Nullable String context) {
    return new InstanceView(
        context,
        IfMatch.etag(instance.version()),
        instance.id(),
        instance.startDateTime(),
        instance.endDateTime(),
        instance.status(),
        instance.scope().readBack(),
        instance.reviewers().readBack(),
        instance.fallbackReviewers().readBack(),
        root.isBeta() ? instance.errors() : null);
  }
}
