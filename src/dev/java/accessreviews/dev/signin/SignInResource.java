package accessreviews.dev.signin;

import accessreviews.dev.signin.SignInPage.Person;
import accessreviews.identity.browser.PortalSignIn;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.Open;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.portal.signin.WayBack;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /reviews/sign-in}: one click signs in as somebody. No production build has it. */
@Path(PortalSignIn.CHOICE)
public class SignInResource {
  private static final Sql PEOPLE = Sql.file("dev/people");

  private final DevSessions sessions;
  private final Session database;

  SignInResource(DevSessions sessions, Session database) {
    this.sessions = sessions;
    this.database = database;
  }

  @GET
  @Open
  @Operation(hidden = true)
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public String choose(@QueryParam("to") @Nullable String to) {
    requireServed();
    var people =
        BulkStatement.of(PEOPLE)
            .query(database, Tuple.class)
            .getResultStream()
            .map(SignInResource::person)
            .toList();
    return new SignInPage(WayBack.of(to), people).render();
  }

  private static Person person(Tuple row) {
    return new Person(
        String.valueOf(row.get("id")),
        text(row, "display_name"),
        text(row, "user_principal_name"),
        text(row, "roles"));
  }

  private static String text(Tuple row, String column) {
    return Objects.toString(row.get(column), "");
  }

  @POST
  @Open
  @Operation(hidden = true)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<Void> signIn(
      @RestForm("user") String user, @RestForm("to") @Nullable String to, RoutingContext call) {
    requireServed();
    sessions.begin(Guid.of(user), call);
    return WayBack.to(WayBack.of(to));
  }

  private void requireServed() {
    if (!sessions.areServed()) {
      throw new NotFoundException(); // the issuer signs in
    }
  }
}
