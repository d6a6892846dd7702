package accessreviews.directory.applications;

import accessreviews.directory.objects.Given;
import accessreviews.odata.bodies.Field;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The body of a create of a service principal; without {@code appId} it gets one. */
@RegisterForReflection
record ServicePrincipalRequest(
    Field<String> id,
    Field<String> appId,
    Field<String> displayName,
    Field<List<AppRole>> appRoles) {

  /** The new service principal of this request. */
  ServicePrincipal toCreate(Instant now) {
    return new ServicePrincipal(
        Given.id(id),
        appId.orNull() == null
            ? UUID.randomUUID()
            : Given.guid(appId, "appId", "the id of the application"),
        Given.name(displayName),
        roles(),
        now);
  }

  private List<AppRole> roles() {
    var roles = appRoles.orElse(new ArrayList<>());
    var hole = roles.indexOf(null);
    if (hole >= 0) {
      throw Refused.invalid("appRoles[" + hole + "]", "an appRole object");
    }
    if (roles.stream().map(AppRole::id).distinct().count() < roles.size()) {
      throw Refused.invalid("appRoles", "roles whose ids differ");
    }
    return roles;
  }
}
