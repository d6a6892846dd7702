package accessreviews.definitions;

import accessreviews.directory.Directory;
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
  private final Directory directory;
  private final InstantSource clock;

  CreateDefinition(Caller caller, Directory directory, InstantSource clock) {
    this.caller = caller;
    this.directory = directory;
    this.clock = clock;
  }

  @Transactional
  AccessReviewScheduleDefinition create(Access access, JsonBody body) {
    var wanted = body.as(DefinitionRequest.class).toCreate(body);
    var kind = ReviewedKind.of(wanted.scope(), directory);
    access.require(kind, wanted.scope().onlyGroup().orElse(null)); // 403
    var definition =
        new AccessReviewScheduleDefinition(wanted, kind, caller.identity(), clock.instant());
    definition.persistAndFlush();
    return definition;
  }
}
