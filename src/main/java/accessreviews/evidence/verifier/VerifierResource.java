package accessreviews.evidence.verifier;

import accessreviews.odata.paths.Open;
import accessreviews.platform.Sha256;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /evidence/Verify.java}: the source of the verifier (docs/verifying.md). */
@Path("/evidence/Verify.java")
@Produces(MediaType.WILDCARD) // there is no other form of it, whatever a client accepts
public class VerifierResource {
  private static final String FILE = "/evidence/Verify.java";
  private static final String TYPE = "text/plain;charset=UTF-8";
  private static final String FOR_A_DAY = "public, max-age=86400";

  private final byte[] source;
  private final EntityTag tag;

  VerifierResource() {
    source = source();
    tag = new EntityTag(Sha256.hex(source));
  }

  /** The source; 304 if the caller has it. */
  @GET
  @Open
  @Operation(summary = "Get the source of the verifier")
  public Response get(@Context Request request) {
    var unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(source, TYPE) : unchanged)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, FOR_A_DAY)
        .build();
  }

  private static byte[] source() {
    try (var file = VerifierResource.class.getResourceAsStream(FILE)) {
      return Objects.requireNonNull(file, FILE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
