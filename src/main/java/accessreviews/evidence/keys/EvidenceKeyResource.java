package accessreviews.evidence.keys;

import accessreviews.evidence.tree.Tree;
import accessreviews.odata.paths.Open;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * {@code /evidence/key}: the key that verifies checkpoints (C2SP signed-note). {@code ?id=} asks
 * for the key with that id, in hex, so that a checkpoint finds the key that signed it years ago.
 */
@Path("/evidence/key")
@Produces(EvidenceKeyResource.TEXT)
public class EvidenceKeyResource {
  static final String TEXT = "text/plain;charset=utf-8";

  private final Tree tree;
  private final EvidenceKey key;

  EvidenceKeyResource(Tree tree, EvidenceKey key) {
    this.tree = tree;
    this.key = key;
  }

  @GET
  @Open
  @Operation(summary = "Get the key that verifies checkpoints of the evidence log")
  public String get(@QueryParam("id") @Nullable String id) {
    var origin = tree.empty().origin();
    return (id == null ? key.verifier(origin) : earlier(origin, id)) + "\n";
  }

  private String earlier(String origin, String id) {
    return key.verifier(origin, id)
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.RESOURCE_NOT_FOUND, "id", "The evidence log has no key of this id."));
  }
}
