package accessreviews.directory.groups;

import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Path;

/**
 * {@code transitiveMembers} of a group. {@link ObjectsResource} has the reads, {@link
 * AnyMembersResource} those of users only.
 */
@Path("/{version}/groups/{group}/transitiveMembers")
public class TransitiveMembersResource extends AnyMembersResource {
  TransitiveMembersResource(Reads reads) {
    super(reads, Memberships::transitiveMembers);
  }
}
