package accessreviews.policy;

import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.ws.rs.Path;

/** {@code policy} of the set of access reviews. */
@Path("/{version}/identityGovernance/accessReviews/policy")
@OnlyInBeta
public class PolicyResource extends AnyPolicyResource {
  PolicyResource(UpdateTransaction transaction) {
    super(transaction);
  }
}
