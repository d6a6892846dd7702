package accessreviews.odata;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** In production a request without a valid token is refused, before its path is looked at. */
class TokenRequired {
  private final CurrentIdentityAssociation callers;

  TokenRequired(CurrentIdentityAssociation callers) {
    this.callers = callers;
  }

  /** Answers nothing where the request may go on. */
  @ServerRequestFilter(preMatching = true)
  Uni<@Nullable RestResponse<?>> refuseWithoutToken() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
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
