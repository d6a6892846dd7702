package accessreviews.dev.signin;

import accessreviews.identity.browser.PortalSignIn;
import accessreviews.odata.paths.Open;
import accessreviews.portal.signin.WayBack;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /reviews/sign-out} of trials; where an issuer signs in, Quarkus ends both sessions. */
@Path(PortalSignIn.SIGN_OUT)
public class SignOutResource {
  private final DevSessions sessions;

  SignOutResource(DevSessions sessions) {
    this.sessions = sessions;
  }

  @POST
  @Open
  @Operation(hidden = true)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<Void> signOut(RoutingContext call) {
    sessions.end(call);
    return WayBack.to(PortalSignIn.CHOICE);
  }
}
