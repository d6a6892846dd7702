package accessreviews.decisions.reviewers;

import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contacted reviewer on the wire.
 *
 * @param context null inside a list
 */
@RegisterForReflection
@Schema(name = "accessReviewReviewer")
record ContactedReviewerView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    UUID id,
    String displayName,
    String userPrincipalName,
    Instant createdDateTime) {
  static ContactedReviewerView item(ContactedReviewer reviewer, ServiceRoot root) {
    return of(reviewer, null);
  }

  static ContactedReviewerView of(ContactedReviewer reviewer, @Nullable String context) {
    return new ContactedReviewerView(
        context,
        reviewer.id(),
        reviewer.displayName(),
        reviewer.userPrincipalName(),
        reviewer.createdDateTime());
  }
}
