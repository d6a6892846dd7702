package accessreviews.policy;

import static accessreviews.identity.Privilege.READ_POLICY;
import static accessreviews.identity.Privilege.WRITE_POLICY;

import accessreviews.identity.Requires;
import accessreviews.odata.bodies.Field;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;

/** The policy, at whichever of its paths: it is read, and switched. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class AnyPolicyResource {
  private static final Logger LOG = Logger.getLogger(AnyPolicyResource.class);

  private final UpdateTransaction transaction;

  AnyPolicyResource(UpdateTransaction transaction) {
    this.transaction = transaction;
  }

  /** The body of an update; the names of the policy are fixed. */
  @RegisterForReflection
  record PolicyRequest(Field<Boolean> isGroupOwnerManagementEnabled) {}

  /** The policy. */
  @GET
  @Requires(READ_POLICY)
  public AccessReviewPolicyView get(UriInfo uri) {
    var root = ODataRequest.ofWhole(uri).root();
    return AccessReviewPolicyView.of(AccessReviewPolicy.get(LockModeType.NONE), root);
  }

  /** Switches what the body has, and leaves the rest. */
  @PATCH
  @Requires(WRITE_POLICY)
  public void update(JsonBody body) {
    transaction.run(
        lock -> {
          var asked = body.as(PolicyRequest.class); // 400
          var policy = AccessReviewPolicy.get(LockModeType.PESSIMISTIC_WRITE);
          asked
              .isGroupOwnerManagementEnabled()
              .neverNull("isGroupOwnerManagementEnabled")
              .ifGiven(policy::enableGroupOwnerManagement);
          LOG.infof(
              "Owners of groups %s reviews of their groups",
              policy.isGroupOwnerManagementEnabled() ? "manage" : "do not manage");
          return policy;
        });
  }
}
