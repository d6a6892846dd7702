package accessreviews.decisions;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.decisions.items.PrincipalType;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The principal of an item on the wire: Graph's {@code identity} and its derived types. */
sealed interface PrincipalView {
  /**
   * A user.
   *
   * @param lastUserSignInDateTime empty where none is known
   */
  @RegisterForReflection
  record OfUser(
      @JsonProperty("@odata.type") String odataType,
      UUID id,
      @Nullable String displayName,
      PrincipalType type,
      @Nullable String userPrincipalName,
      String lastUserSignInDateTime)
      implements PrincipalView {}

  /** A group, which says no type. */
  @RegisterForReflection
  record OfGroup(UUID id, @Nullable String displayName, PrincipalType type)
      implements PrincipalView {}

  /** An application. */
  @RegisterForReflection
  record OfServicePrincipal(
      @JsonProperty("@odata.type") String odataType,
      UUID id,
      @Nullable String displayName,
      PrincipalType type,
      @Nullable UUID appId)
      implements PrincipalView {}

  static PrincipalView of(AccessReviewInstanceDecisionItem item) {
    return switch (item.principalType()) {
      case user ->
          new OfUser(
              "#microsoft.graph.userIdentity",
              item.principalId(),
              item.principalName(),
              item.principalType(),
              item.principalUserName(),
              Objects.toString(item.lastSignInDateTime(), ""));
      case group -> new OfGroup(item.principalId(), item.principalName(), item.principalType());
      case servicePrincipal ->
          new OfServicePrincipal(
              "#microsoft.graph.servicePrincipalIdentity",
              item.principalId(),
              item.principalName(),
              item.principalType(),
              item.principalAppId());
    };
  }
}
