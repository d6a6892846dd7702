package accessreviews.odata.document;

import accessreviews.odata.paths.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code $metadata}: the types, functions and paths of a version, as CSDL. */
@Path("/{version}/$metadata")
@Produces(MediaType.WILDCARD) // there is no other form of it, whatever a client accepts
public class MetadataResource {

  @GET
  @Open
  public Response get(@PathParam("version") String version) {
    return Response.ok(document(version), "application/xml").build();
  }

  private static String document(String version) {
    var name = "/graph/metadata-" + version + ".xml";
    try (var document = MetadataResource.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(document, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
