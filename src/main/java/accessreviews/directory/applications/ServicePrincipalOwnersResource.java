package accessreviews.directory.applications;

import accessreviews.directory.groups.Memberships;
import accessreviews.directory.groups.OwnersResource;
import accessreviews.directory.objects.ObjectType;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** {@code owners} of a service principal. */
@Path("/{version}/servicePrincipals/{owned}/owners")
public class ServicePrincipalOwnersResource extends OwnersResource {
  ServicePrincipalOwnersResource(Memberships memberships, Reads reads) {
    super(memberships, ObjectType.servicePrincipal, reads);
  }

  @Override
  protected Condition belonging(UriInfo uri) {
    return Memberships.owners(ServicePrincipal.required(Guid.in(uri, OWNED)).id());
  }
}
