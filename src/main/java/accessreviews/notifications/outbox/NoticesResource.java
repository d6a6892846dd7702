package accessreviews.notifications.outbox;

import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import accessreviews.odata.PublicUrl;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /notices}: what was told, waits or could not be told, for those who write reviews. */
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class NoticesResource {
  private static final int PAGE = 100;
  private static final Set<String> STATES = Set.of("waiting", "sent", "failed", "dropped");

  private final Caller caller;
  private final Notices notices;

  NoticesResource(Caller caller, Notices notices) {
    this.caller = caller;
    this.notices = notices;
  }

  /** A page of notices, and where the next one is. */
  @RegisterForReflection
  public record NoticesView(
      List<NoticeView> value,
      @JsonProperty("@odata.nextLink") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String nextLink) {
    public NoticesView {
      value = List.copyOf(value);
    }
  }

  /** A page of the notices of the series that the caller may write, in the order of their ids. */
  @GET
  @Requires(Privilege.WRITE)
  @Operation(summary = "List notices that were sent, wait or failed")
  public NoticesView list(
      UriInfo uri,
      @QueryParam("state") @Nullable String state,
      @QueryParam("after") @Nullable String after) {
    if (state != null && !STATES.contains(state)) {
      throw new Refused(
          Refusal.INVALID_QUERY_OPTION,
          null,
          "state has to be one of waiting, sent, failed and dropped.");
    }
    var found = notices.list(caller.access(), state, position(after), PAGE + 1);
    var shown = found.subList(0, Math.min(found.size(), PAGE));
    return new NoticesView(
        shown.stream().map(Notice::view).toList(),
        found.size() <= PAGE
            ? null
            : PublicUrl.ofPath(uri)
                + "?"
                + (state == null ? "" : "state=" + state + "&")
                + "after="
                + shown.getLast().id());
  }

  private static long position(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("[0-9]{1,18}")) {
      throw new Refused(
          Refusal.INVALID_QUERY_OPTION, null, "after has to be the one of an @odata.nextLink.");
    }
    return Long.parseLong(after);
  }

  /** Lets a failed notice be sent again. */
  @POST
  @Path("/{notice}/retry")
  @Requires(Privilege.WRITE)
  @Operation(summary = "Send a failed notice again")
  public void retry(@PathParam("notice") String notice) {
    notices.retry(caller.access(), notice);
  }
}
