package accessreviews.odata.paths;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A request without a valid token is refused, before its path is looked at. */
class TokenRequired {
  /** What everyone may read, or needs in order to have a token. */
  private static final Pattern OPEN = Pattern.compile("/(v1\\.0|beta)/\\$metadata|/dev/token");

  private final CurrentIdentityAssociation callers;

  TokenRequired(CurrentIdentityAssociation callers) {
    this.callers = callers;
  }

  /** Answers nothing where the request may go on. */
  @ServerRequestFilter(preMatching = true, priority = FilterOrder.TOKEN)
  Uni<@Nullable RestResponse<?>> refuseWithoutToken(ContainerRequestContext request) {
    if (OPEN.matcher(request.getUriInfo().getPath()).matches()) {
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
