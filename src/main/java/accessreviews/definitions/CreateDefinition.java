package accessreviews.definitions;

import accessreviews.definitions.DefinitionChanged.Change;
import accessreviews.directory.Directory;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.odata.GraphConfig;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import accessreviews.scopes.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;

/** Creates an access review series. */
@ApplicationScoped
class CreateDefinition {
  private final UpdateTransaction transaction;
  private final Caller caller;
  private final Directory directory;
  private final InstantSource clock;
  private final GraphConfig graph;
  private final Event<DefinitionChanged> changes;

  CreateDefinition(
      UpdateTransaction transaction,
      Caller caller,
      Directory directory,
      InstantSource clock,
      GraphConfig graph,
      Event<DefinitionChanged> changes) {
    this.transaction = transaction;
    this.caller = caller;
    this.directory = directory;
    this.clock = clock;
    this.graph = graph;
    this.changes = changes;
  }

  AccessReviewScheduleDefinition create(Access access, ServiceRoot root, JsonBody body) {
    var wanted = body.as(DefinitionRequest.class).toCreate(body);
    if (graph.strict() && !root.isBeta()) {
      requireSpellingOfV1(wanted.scope());
    }
    return transaction.run(
        lock -> {
          var kind = ReviewedKind.of(wanted.scope(), directory);
          access.require(kind, wanted.scope().onlyGroup().orElse(null)); // 403
          var definition =
              new AccessReviewScheduleDefinition(wanted, kind, caller.identity(), clock.instant());
          definition.persistAndFlush();
          changes.fire(DefinitionChanged.of(Change.CREATED, definition));
          return definition;
        });
  }

  /** Refuses what the live service was seen refusing on v1.0 (observed.md, O2). */
  private static void requireSpellingOfV1(Scope scope) {
    if (scope.isSpelledForBeta()) {
      throw new Refused(
          Refusal.QUERY_NOT_SUPPORTED,
          "scope.query",
          "Graph takes accessPackageAssignments on beta only, and this service is started with access-reviews.graph.strict. v1.0 has /identityGovernance/entitlementManagement/assignments?$filter=(accessPackage/id eq '{id}' and assignmentPolicy/id eq '{id}').");
    }
  }
}
