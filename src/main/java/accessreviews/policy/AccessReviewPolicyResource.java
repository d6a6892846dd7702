package accessreviews.policy;

import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.ws.rs.Path;

/** {@code accessReviewPolicy} among the policies of the organisation. */
@Path("/{version}/policies/accessReviewPolicy")
@OnlyInBeta
public class AccessReviewPolicyResource extends AnyPolicyResource {
  AccessReviewPolicyResource(UpdateTransaction transaction) {
    super(transaction);
  }
}
