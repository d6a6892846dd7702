package accessreviews.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sends the request: the object id of the token, or nobody in particular without one. */
@ApplicationScoped
public class Caller {
  private static final String NOBODY = new UUID(0, 0).toString();

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller as answers show them. */
  public UserIdentity identity() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? new UserIdentity(id(token), token.getClaim("name"), name(token))
        : new UserIdentity(NOBODY, null, null);
  }

  private static String id(JsonWebToken token) {
    var id = token.<@Nullable String>getClaim("oid");
    return id == null ? NOBODY : id;
  }

  private static @Nullable String name(JsonWebToken token) {
    var upn = token.<@Nullable String>getClaim("upn");
    return upn == null ? token.getClaim("preferred_username") : upn;
  }
}
