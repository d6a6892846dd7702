package accessreviews.directory.roles;

import static accessreviews.identity.Privilege.WRITE_ROLES;

import accessreviews.directory.objects.DirectorySetResource;
import accessreviews.identity.Requires;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.ServedCollection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A collection of {@code roleManagement/directory}. Its changes need the right to manage roles, not
 * only the directory (contract, "Callers").
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class RolesResource<E> extends DirectorySetResource<E> {
  RolesResource(
      CollectionReads reads,
      ServedCollection<E> all,
      Function<String, E> existing,
      Function<JsonBody, E> creation,
      Consumer<String> deletion) {
    super(reads, all, existing, creation, deletion);
  }

  @Override
  @POST
  @Requires(WRITE_ROLES)
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    return super.create(uri, body);
  }

  @Override
  @DELETE
  @Path("/{id}")
  @Requires(WRITE_ROLES)
  public void delete(@PathParam("id") String id) {
    super.delete(id);
  }
}
