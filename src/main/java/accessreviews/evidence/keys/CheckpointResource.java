package accessreviews.evidence.keys;

import accessreviews.evidence.tree.Tree;
import accessreviews.odata.paths.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /evidence/checkpoint}: the latest checkpoint, signed. It says nothing of anybody. */
@Path("/evidence/checkpoint")
@Produces(EvidenceKeyResource.TEXT)
public class CheckpointResource {
  private final Tree tree;
  private final EvidenceKey key;

  CheckpointResource(Tree tree, EvidenceKey key) {
    this.tree = tree;
    this.key = key;
  }

  @GET
  @Open
  @Operation(summary = "Get the latest checkpoint of the evidence log, signed")
  public RestResponse<String> get() {
    var checkpoint = tree.latest().orElseGet(tree::empty);
    return RestResponse.ResponseBuilder.ok(key.signed(checkpoint))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }
}
