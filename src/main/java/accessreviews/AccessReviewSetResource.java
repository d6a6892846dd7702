package accessreviews;

import static accessreviews.identity.Privilege.ENTER;

import accessreviews.identity.Requires;
import accessreviews.odata.reads.ODataRequest;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code identityGovernance/accessReviews}, which is there and holds nothing of its own. */
@Path("/{version}/identityGovernance/accessReviews")
@Produces(MediaType.APPLICATION_JSON)
public class AccessReviewSetResource {
  /** The set on the wire: its collections are read where they are. */
  @RegisterForReflection
  @Schema(name = "accessReviewSet")
  public record AccessReviewSet(@JsonProperty("@odata.context") String context, String id) {}

  @GET
  @Requires(ENTER)
  @Operation(summary = "Get the set of access reviews")
  public AccessReviewSet get(UriInfo uri) {
    var root = ODataRequest.ofWhole(uri).root();
    return new AccessReviewSet(
        root.context("identityGovernance/accessReviews/$entity"), "accessReviews");
  }
}
