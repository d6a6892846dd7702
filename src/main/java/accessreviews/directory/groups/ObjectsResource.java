package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.READ_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Objects of every kind that belong to one object: the members of a group, or the owners. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class ObjectsResource {
  /** The read engine. */
  protected final Reads reads;

  protected ObjectsResource(Reads reads) {
    this.reads = reads;
  }

  /** The condition on what belongs to the object at {@code uri}; refuses an object not there. */
  protected abstract Condition belonging(UriInfo uri);

  /** A page of them, each with its type. */
  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri) {
    var belonging = belonging(uri);
    return reads.list(Entries.TYPE, "directoryObjects", belonging, ODataRequest.ofList(uri));
  }

  /** How many they are. */
  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri) {
    return Entities.count(reads.count(Entries.TYPE, belonging(uri), ODataRequest.ofCount(uri)));
  }
}
