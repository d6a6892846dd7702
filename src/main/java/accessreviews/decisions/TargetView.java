package accessreviews.decisions;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The old form of a principal, which beta shows; a group has none. */
sealed interface TargetView {
  /** A user. */
  @RegisterForReflection
  record OfUser(
      @JsonProperty("@odata.type") String odataType,
      UUID userId,
      @Nullable String userDisplayName,
      @Nullable String userPrincipalName)
      implements TargetView {}

  /** An application. */
  @RegisterForReflection
  record OfServicePrincipal(
      @JsonProperty("@odata.type") String odataType,
      UUID servicePrincipalId,
      @Nullable String servicePrincipalDisplayName,
      @Nullable UUID appId)
      implements TargetView {}

  static @Nullable TargetView of(AccessReviewInstanceDecisionItem item) {
    return switch (item.principalType()) {
      case user ->
          new OfUser(
              "#microsoft.graph.accessReviewInstanceDecisionItemUserTarget",
              item.principalId(),
              item.principalName(),
              item.principalUserName());
      case servicePrincipal ->
          new OfServicePrincipal(
              "#microsoft.graph.accessReviewInstanceDecisionItemServicePrincipalTarget",
              item.principalId(),
              item.principalName(),
              item.principalAppId());
      case group -> null;
    };
  }
}
