package accessreviews.policy;

import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The policy on the wire. Its names are fixed (operations.md, 45). */
@RegisterForReflection
@Schema(name = "accessReviewPolicy")
public record AccessReviewPolicyView(
    @JsonProperty("@odata.context") String context,
    String displayName,
    String description,
    boolean isGroupOwnerManagementEnabled) {

  static AccessReviewPolicyView of(AccessReviewPolicy policy, ServiceRoot root) {
    return new AccessReviewPolicyView(
        root.context("policies/accessReviewPolicy/$entity"),
        "Access Review Policy",
        "Policy contains directory-level access review settings.",
        policy.isGroupOwnerManagementEnabled());
  }
}
