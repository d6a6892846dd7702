package accessreviews.life;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/instances/{id}/sendReminder}. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/sendReminder")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class SendReminderResource {
  private final Caller caller;
  private final SendReminder sending;

  SendReminderResource(Caller caller, SendReminder sending) {
    this.caller = caller;
    this.sending = sending;
  }

  @POST
  public void sendReminder(
      @PathParam("definition") String definition, @PathParam("instance") String instance) {
    sending.send(caller.may(Operation.SEND_REMINDER), InstanceKey.of(definition, instance));
  }
}
