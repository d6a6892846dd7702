package accessreviews;

import accessreviews.odata.QueryOptions;
import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code identityGovernance/accessReviews}, which is there and holds nothing of its own. */
@Path("/{version:v1\\.0|beta}/identityGovernance/accessReviews")
@Produces(MediaType.APPLICATION_JSON)
public class AccessReviewSetResource {
  /** The set on the wire: its collections are read where they are. */
  @RegisterForReflection
  @Schema(name = "accessReviewSet")
  public record AccessReviewSet(@JsonProperty("@odata.context") String context, String id) {}

  @GET
  public AccessReviewSet get(UriInfo uri) {
    QueryOptions.requireNone(uri);
    return new AccessReviewSet(
        ServiceRoot.of(uri).context("identityGovernance/accessReviews/$entity"), "accessReviews");
  }
}
