package accessreviews.identity.browser;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Pages are for signed-in people; all others are led to the sign-in. It is checked before JAX-RS,
 * whose filters would answer as the API does.
 */
@ApplicationScoped
class PortalPolicy implements HttpSecurityPolicy {
  private final PortalSignIn signIn;

  PortalPolicy(PortalSignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public String name() {
    return "portal";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext call, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    if (signIn.isServed() && !signIn.isForSignedIn(call.normalizedPath())) {
      return CheckResult.permit();
    }
    return identity.map(
        caller -> caller.isAnonymous() ? CheckResult.DENY : new CheckResult(true, caller));
  }
}
