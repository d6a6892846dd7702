package accessreviews.life;

import static accessreviews.identity.Privilege.WRITE;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.InstancePlace;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The actions of {@code …/instances/{id}}: stop, apply, stop applying, remind. */
@Path("/{version}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstanceActionsResource {
  private final Caller caller;
  private final StopInstance stopping;
  private final ApplyInstance applying;
  private final StopApplying stoppingToApply;
  private final SendReminder reminding;

  InstanceActionsResource(
      Caller caller,
      StopInstance stopping,
      ApplyInstance applying,
      StopApplying stoppingToApply,
      SendReminder reminding) {
    this.caller = caller;
    this.stopping = stopping;
    this.applying = applying;
    this.stoppingToApply = stoppingToApply;
    this.reminding = reminding;
  }

  @POST
  @Path("/{instance}/stop")
  @Qualified
  @Requires(WRITE)
  public void stop(@BeanParam InstancePlace place) {
    stopping.stop(caller.access(), place.key());
  }

  @POST
  @Path("/{instance}/applyDecisions")
  @Qualified
  @Requires(WRITE)
  public void applyDecisions(@BeanParam InstancePlace place, JsonBody body) {
    applying.apply(caller.access(), place.key(), body);
  }

  @POST
  @Path("/{instance}/stopApplyDecisions")
  @Qualified
  @OnlyInBeta
  @Requires(WRITE)
  public void stopApplyDecisions(@BeanParam InstancePlace place) {
    stoppingToApply.stop(caller.access(), place.key());
  }

  @POST
  @Path("/{instance}/sendReminder")
  @Qualified
  @Requires(WRITE)
  public void sendReminder(@BeanParam InstancePlace place) {
    reminding.send(caller.access(), place.key());
  }
}
