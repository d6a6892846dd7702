package accessreviews.evidence.tree;

import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /evidence/tile}: the tree and the entries (C2SP tlog-tiles), for auditors. */
@Path("/evidence/tile")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class TilesResource {
  /** A full tile never changes. It is for this caller alone, because it takes a permission. */
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  private static final String FOR_NOW = "private, max-age=60";

  private final StoredTiles tiles;

  TilesResource(StoredTiles tiles) {
    this.tiles = tiles;
  }

  @GET
  @Path("/{tile: .+}")
  @Requires(Privilege.READ_EVIDENCE)
  @Operation(summary = "Get a tile or an entry bundle of the evidence log")
  public RestResponse<byte[]> get(@PathParam("tile") String tile) {
    var path = TilePath.of(tile).orElseThrow(StoredTiles::missing);
    return RestResponse.ResponseBuilder.ok(tiles.read(path))
        .header(HttpHeaders.CACHE_CONTROL, path.isFull() ? FOR_EVER : FOR_NOW)
        .build();
  }
}
