package accessreviews.definitions;

import accessreviews.directory.Directory;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Creates an access review series. */
@ApplicationScoped
class CreateDefinition {
  private final UpdateTransaction transaction;
  private final Caller caller;
  private final Directory directory;
  private final InstantSource clock;

  CreateDefinition(
      UpdateTransaction transaction, Caller caller, Directory directory, InstantSource clock) {
    this.transaction = transaction;
    this.caller = caller;
    this.directory = directory;
    this.clock = clock;
  }

  AccessReviewScheduleDefinition create(Access access, JsonBody body) {
    var wanted = body.as(DefinitionRequest.class).toCreate(body);
    return transaction.run(
        lock -> {
          var kind = ReviewedKind.of(wanted.scope(), directory);
          access.require(kind, wanted.scope().onlyGroup().orElse(null)); // 403
          var definition =
              new AccessReviewScheduleDefinition(wanted, kind, caller.identity(), clock.instant());
          definition.persistAndFlush();
          return definition;
        });
  }
}
