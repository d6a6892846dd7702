package accessreviews.odata.paths;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses requests without a valid token, before their path is looked up. */
class TokenRequired {
  private final CurrentIdentityAssociation callers;
  private final ServedPaths served;

  TokenRequired(CurrentIdentityAssociation callers, ServedPaths served) {
    this.callers = callers;
    this.served = served;
  }

  /** The refusal; null if the request may go on. */
  @ServerRequestFilter(preMatching = true, priority = FilterOrder.TOKEN)
  Uni<@Nullable RestResponse<?>> refuseWithoutToken(ContainerRequestContext request) {
    if (served.isOpen(request.getUriInfo().getPath())) {
      return Uni.createFrom().nullItem();
    }
    return callers
        .getDeferredIdentity()
        .map(
            caller -> {
              if (caller.isAnonymous()) {
                throw new UnauthorizedException();
              }
              return null;
            });
  }
}
