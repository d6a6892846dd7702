package accessreviews.definitions;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.odata.bodies.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Creates an access review series. */
@ApplicationScoped
class CreateDefinition {
  private final Caller caller;
  private final InstantSource clock;

  CreateDefinition(Caller caller, InstantSource clock) {
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional
  AccessReviewScheduleDefinition create(Access access, JsonBody body) {
    var wanted = body.as(DefinitionRequest.class).toCreate(body);
    access.require(wanted.scope().resourceKind()); // 403
    var definition = new AccessReviewScheduleDefinition(wanted, caller.identity(), clock.instant());
    definition.persistAndFlush();
    return definition;
  }
}
