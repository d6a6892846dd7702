package accessreviews.evidence.packages;

import static accessreviews.identity.Privilege.READ_PACKAGE;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstancePlace;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/instances/{id}/evidence}: everything about an instance that an auditor can check
 * offline. Not part of Graph.
 */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/evidence")
@Consumes(MediaType.WILDCARD)
public class PackageResource {
  private static final String ZIP = "application/zip";
  private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

  private final Caller caller;
  private final Packages packages;

  PackageResource(Caller caller, Packages packages) {
    this.caller = caller;
    this.packages = packages;
  }

  /** The package of the instance. Its file is deleted once it was sent, or the caller hung up. */
  @GET
  @Produces(ZIP)
  @Requires(READ_PACKAGE)
  @Operation(summary = "Get the evidence of an instance")
  public Response get(
      @BeanParam InstancePlace place,
      @QueryParam("since") @Nullable String since,
      @Context RoutingContext call) {
    var key = place.key();
    AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    var made = packages.make(key, caller.access(), size(since));
    var vertx = call.vertx();
    var deadline =
        vertx.setTimer(
            packages.longestDelivery().toMillis(),
            late -> {
              call.response().reset();
              made.close();
            });
    call.addEndHandler(
        ended -> {
          vertx.cancelTimer(deadline);
          made.close();
        });
    if (call.response().closed()) {
      made.close(); // nobody is told of an end that was before
    }
    StreamingOutput content =
        out -> {
          try (made) {
            Files.copy(made.file(), out);
          } catch (IOException e) {
            if (!call.response().closed()) { // else the caller hung up
              throw e;
            }
          }
        };
    return Response.ok(content, ZIP)
        .header(HttpHeaders.CONTENT_LENGTH, made.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private static @Nullable Long size(@Nullable String since) {
    if (since == null) {
      return null;
    }
    return SIZE.matcher(since).matches() ? Long.valueOf(since) : 0L;
  }
}
