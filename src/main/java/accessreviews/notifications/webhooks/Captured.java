package accessreviews.notifications.webhooks;

import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.InstanceView;
import accessreviews.instances.LifeCycleError;
import accessreviews.odata.IfMatch;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event as its row has it: columns of the moment at which it was queued ({@code
 * queue-events.sql}).
 *
 * @param call the kind of call that recorded decisions
 * @param removals what applying would remove, if it is held back
 */
@RegisterForReflection
record Captured(
    Instance instance,
    @Nullable Stage stage,
    @Nullable String call,
    Map<String, Long> counts,
    @Nullable Map<String, Long> removals) {

  /** The columns of the instance. */
  @RegisterForReflection
  record Instance(
      UUID id,
      long version,
      Instant startDateTime,
      @Nullable Instant endDateTime,
      ReviewStatus status,
      Scope scope,
      Reviewers reviewers,
      FallbackReviewers fallbackReviewers,
      List<LifeCycleError> errors) {

    /** The instance as the API answers with it; with errors only if it has some. */
    InstanceView view() {
      return new InstanceView(
          null,
          IfMatch.etag(version),
          id,
          startDateTime,
          endDateTime,
          status,
          scope.readBack(),
          reviewers.readBack(),
          fallbackReviewers.readBack(),
          errors.isEmpty() ? null : errors);
    }
  }

  /** The stage that has begun. */
  @RegisterForReflection
  record Stage(UUID id, Instant startDateTime, Instant endDateTime, ReviewStatus status) {}

  /** What an event has beside the instance. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Further(
      @Nullable Stage stage,
      @Nullable String call,
      Map<String, Long> counts,
      @Nullable Map<String, Long> removals) {}

  Further further() {
    return new Further(stage, call, counts, removals);
  }
}
