package accessreviews.decisions;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.odata.ServiceRoot;
import accessreviews.scopes.ResourceType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The resource of an item on the wire.
 *
 * @param odataType only of applications
 * @param appId only of applications
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResourceView(
    @JsonProperty("@odata.type") @Nullable String odataType,
    UUID id,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String displayName,
    ResourceType type,
    @Nullable UUID appId) {
  private static final String APPLICATION =
      "#microsoft.graph.accessReviewInstanceDecisionItemServicePrincipalResource";

  static ResourceView of(AccessReviewInstanceDecisionItem item) {
    return new ResourceView(
        item.resourceType() == ResourceType.servicePrincipal ? APPLICATION : null,
        item.resourceId(),
        item.resourceName(),
        item.resourceType(),
        item.resourceAppId());
  }

  /** The URL of the resource; directory roles are in beta. */
  static String link(AccessReviewInstanceDecisionItem item, ServiceRoot root) {
    return switch (item.resourceType()) {
      case group -> root.link("v1.0", "groups/" + item.resourceId());
      case servicePrincipal -> root.link("v1.0", "servicePrincipals/" + item.resourceId());
      case directoryRole ->
          root.link("beta", "roleManagement/directory/roleDefinitions/" + item.resourceId());
      case accessPackageAssignmentPolicy ->
          root.link(
              "v1.0",
              "identityGovernance/entitlementManagement/assignmentPolicies/" + item.resourceId());
    };
  }
}
