package accessreviews.directory.objects;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ServedCollection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** A collection of the directory: it is listed, counted and added to, and one of it is deleted. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class DirectorySetResource<E> {
  /** The reads of collections. */
  protected final CollectionReads reads;

  private final ServedCollection<E> all;
  private final Function<String, E> existing;
  private final Function<JsonBody, E> creation;
  private final Consumer<String> deletion;

  /**
   * The resource of {@code all}.
   *
   * @param existing finds the row with a key; refuses other keys
   * @param creation makes a row of a body
   * @param deletion deletes the row with a key; refuses other keys
   */
  protected DirectorySetResource(
      CollectionReads reads,
      ServedCollection<E> all,
      Function<String, E> existing,
      Function<JsonBody, E> creation,
      Consumer<String> deletion) {
    this.reads = reads;
    this.all = all;
    this.existing = existing;
    this.creation = creation;
    this.deletion = deletion;
  }

  /** A page of the collection. */
  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri) {
    return reads.list(all, uri);
  }

  /** How many there are in the collection. */
  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(all, uri);
  }

  /** Adds one to the collection, and shows it. */
  @POST
  @Requires(WRITE_DIRECTORY)
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    var created = creation.apply(body);
    return Entities.created(
        uri, all.type().id().apply(created), all.entity().apply(created, ServiceRoot.of(uri)));
  }

  /** One of the collection. */
  @GET
  @Path("/{id}")
  @Requires(READ_DIRECTORY)
  public Object get(UriInfo uri, @PathParam("id") String id) {
    return reads.one(all, existing.apply(id), uri);
  }

  /** Deletes one of the collection. */
  @DELETE
  @Path("/{id}")
  @Requires(WRITE_DIRECTORY)
  public void delete(@PathParam("id") String id) {
    deletion.accept(id);
  }
}
