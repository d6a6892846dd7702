package accessreviews.history;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** Takes the order for one report, or for a series of them. */
@ApplicationScoped
class CreateHistory {
  /** The definitions of one creator that can wait for a report at once. */
  private static final int MOST_WAITING = 1_000;

  private final UpdateTransaction transaction;
  private final Caller caller;
  private final InstantSource clock;

  CreateHistory(UpdateTransaction transaction, Caller caller, InstantSource clock) {
    this.transaction = transaction;
    this.caller = caller;
    this.clock = clock;
  }

  AccessReviewHistoryDefinition create(Access access, JsonBody body) {
    var wanted = body.as(HistoryRequest.class).toCreate();
    return transaction.run(
        lock -> {
          var definition =
              new AccessReviewHistoryDefinition(
                  wanted, access.kinds(), caller.identity(), clock.instant());
          requireFew(UUID.fromString(definition.createdBy().id()));
          definition.persist();
          if (wanted.schedule() == null) {
            definition.onlyReport().persist();
          }
          AccessReviewHistoryDefinition.flush();
          return definition;
        });
  }

  /** One creator does not make the others wait for hours. */
  private static void requireFew(UUID creator) {
    var waiting =
        AccessReviewHistoryInstance.count(
            "definition.createdById = ?1 and status in ?2",
            creator,
            Set.of(HistoryStatus.requested, HistoryStatus.inprogress));
    if (waiting >= MOST_WAITING) {
      throw new Refused(
          Refusal.TOO_BUSY,
          null,
          "%d of your reports are still to be made, and no more are taken. Try again later."
              .formatted(waiting));
    }
  }
}
