package accessreviews.odata.paths;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A request without a valid token is refused, before its path is looked at. */
class TokenRequired {
  private final CurrentIdentityAssociation callers;
  private final ServedPaths served;

  TokenRequired(CurrentIdentityAssociation callers, ServedPaths served) {
    this.callers = callers;
    this.served = served;
  }

  /** Answers nothing where the request may go on. */
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
