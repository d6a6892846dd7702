package accessreviews.definitions;

import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.identity.Access;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;

/** Changes a series for its future instances. Running instances do not change. */
@ApplicationScoped
class UpdateDefinition {
  private final UpdateTransaction transaction;
  private final InstantSource clock;
  private final Event<DefinitionChanged> changes;

  UpdateDefinition(
      UpdateTransaction transaction, InstantSource clock, Event<DefinitionChanged> changes) {
    this.transaction = transaction;
    this.clock = clock;
    this.changes = changes;
  }

  /** PUT: the body has every writable member of the series. Returns the new version. */
  long replace(Access access, UUID id, IfMatch ifMatch, JsonBody body) {
    return update(
        access,
        id,
        ifMatch,
        definition -> {
          var request = body.as(DefinitionRequest.class).asWholeOf(definition);
          change(definition, request);
          definition.replaceSettings(
              body.read(request.requiredSettings(), ScheduleSettings.class, "settings"),
              clock.instant());
        });
  }

  /** PATCH: missing members keep their value. Returns the new version. */
  long merge(Access access, UUID id, IfMatch ifMatch, JsonBody body) {
    return update(
        access,
        id,
        ifMatch,
        definition -> {
          var request = body.as(DefinitionRequest.class);
          change(definition, request);
          if (!request.settings().isAbsent()) {
            definition.replaceSettings(
                body.merge(
                    definition.settings(),
                    request.requiredSettings(),
                    ScheduleSettings.class,
                    "settings"),
                clock.instant());
          }
        });
  }

  private long update(
      Access access, UUID id, IfMatch ifMatch, Consumer<AccessReviewScheduleDefinition> change) {
    return transaction.run(
        id,
        id,
        lock -> {
          var definition = AccessReviewScheduleDefinition.required(id, access, lock); // 404
          ifMatch.require(definition.version()); // 412
          var before = DefinitionChanged.formOf(definition);
          change.accept(definition); // 400
          definition.modified(clock.instant());
          Panache.flush(); // an overtaken write fails here, before anyone is told
          changes.fire(DefinitionChanged.updated(before, definition));
          return definition.version();
        });
  }

  private static void change(AccessReviewScheduleDefinition definition, DefinitionRequest request) {
    if (!request.displayName().isAbsent()) {
      definition.rename(request.requiredName());
    }
    request.descriptionForAdmins().ifSent(definition::describeForAdmins);
    request.descriptionForReviewers().ifSent(definition::describeForReviewers);
    SettledMembers.requireUnchanged(definition, request);
    request.reviewers().neverNull("reviewers").ifGiven(definition::replaceReviewers);
    request
        .fallbackReviewers()
        .neverNull(request.fallbackReviewersName())
        .ifGiven(definition::replaceFallbackReviewers);
    request.stageSettings().neverNull("stageSettings").ifGiven(definition::replaceStages);
  }
}
