package accessreviews.identity.browser;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * How people are signed in to the portal without an issuer: in dev mode, in tests and in the
 * emulator. A production build has none; there the issuer of the portal signs in.
 */
public interface BrowserSessions {
  /** Whether they are in use: no issuer is configured. */
  boolean areServed();

  /** The access token of the session that {@code call} belongs to; null without a session. */
  @Nullable String token(RoutingContext call);
}
