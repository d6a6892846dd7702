package accessreviews.identity;

import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Fetches the keys of the issuer again, so that a key which the issuer withdraws no longer counts.
 * Quarkus fetches them at start, and later only where a token names a key that it does not know. It
 * fetches them at most once in {@code quarkus.oidc.token.forced-jwk-refresh-interval}, whoever asks
 * (docs/adr/0015-checked-tokens.md). While the issuer does not answer, the last keys count.
 */
@ApplicationScoped
class IssuerKeys {
  private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

  /** No token: only the keys are wanted. */
  private static final String NO_TOKEN = "";

  private final TenantConfigBean tenants;
  private final IssuerOutage outage;

  IssuerKeys(TenantConfigBean tenants, IssuerOutage outage) {
    this.tenants = tenants;
    this.outage = outage;
  }

  @Scheduled(
      every = "${access-reviews.issuer.keys-every:1m}",
      delayed = "${access-reviews.issuer.keys-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    var tenant = tenants.getDefaultTenant();
    return isOfAnIssuer(tenant)
        ? refreshed(tenant.provider())
            .onFailure()
            .invoke(
                e -> {
                  outage.keysNotFetched();
                  LOG.warnf(
                      "The keys of the issuer could not be fetched: %s. The last ones count.", e);
                })
            .onFailure()
            .recoverWithNull()
        : Uni.createFrom().voidItem();
  }

  private static boolean isOfAnIssuer(TenantConfigContext tenant) {
    return tenant.ready()
        && tenant.oidcConfig().authServerUrl().isPresent()
        && tenant.oidcConfig().jwks().resolveEarly();
  }

  /** The provider has no call for its keys alone; it fetches them before it refuses the token. */
  private static Uni<Void> refreshed(OidcProvider provider) {
    return provider
        .refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
        .onFailure(InvalidJwtException.class)
        .recoverWithNull()
        .replaceWithVoid();
  }
}
