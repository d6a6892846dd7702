package accessreviews.directory.applications;

import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service principal on the wire.
 *
 * @param context null inside of a list, whose own context says it
 */
@RegisterForReflection
record ServicePrincipalView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    UUID id,
    UUID appId,
    String displayName,
    List<AppRole> appRoles,
    Instant createdDateTime) {
  static final String SET = "servicePrincipals";

  /** The service principal as one of a list. */
  static ServicePrincipalView item(ServicePrincipal application, ServiceRoot root) {
    return of(application, null);
  }

  /** The service principal as the answer to a read of itself. */
  static ServicePrincipalView entity(ServicePrincipal application, ServiceRoot root) {
    return of(application, root.context(SET + "/$entity"));
  }

  private static ServicePrincipalView of(ServicePrincipal application, @Nullable String context) {
    return new ServicePrincipalView(
        context,
        application.id(),
        application.appId(),
        application.displayName(),
        application.appRoles(),
        application.createdDateTime());
  }
}
