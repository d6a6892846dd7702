package accessreviews.decisions.answers;

import accessreviews.decisions.answers.DecisionWrite.Call;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.OptimisticLockException;
import java.time.InstantSource;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers one item as its reviewer. The last answer wins, until the instance or stage ends. */
@ApplicationScoped
class RecordDecision {
  /** The SQL condition for the item in the version that was read. */
  static final String ITEM = "d.id = :item and d.version = :version and " + DecisionWrite.OPEN;

  private final UpdateTransaction transaction;
  private final Caller caller;
  private final Session database;
  private final Event<DecisionsRecorded> recorded;
  private final InstantSource clock;

  RecordDecision(
      UpdateTransaction transaction,
      Caller caller,
      Session database,
      Event<DecisionsRecorded> recorded,
      InstantSource clock) {
    this.transaction = transaction;
    this.caller = caller;
    this.database = database;
    this.recorded = recorded;
    this.clock = clock;
  }

  /**
   * Records the decision of {@code body}; returns the new version of the item.
   *
   * @param stage the stage in the path of the call, if there is one
   */
  long record(
      Access access,
      InstanceKey key,
      @Nullable UUID stage,
      UUID item,
      IfMatch ifMatch,
      JsonBody body) {
    return transaction.run(
        key.definition(),
        lock -> {
          var open =
              OpenItem.of(database, key, stage, item, access.caller(), lock)
                  .orElseThrow(() -> access.unreachable(item)); // 403
          ifMatch.require(open.version()); // 412
          open.requireOpen(stage); // 409
          var request = body.as(DecisionRequest.class); // 400
          var decision = request.required();
          var justification = request.justification(open.justificationRequired());
          var written =
              DecisionWrite.of(Call.single, decision, ITEM)
                  .with("item", item)
                  .with("version", open.version())
                  .asReviewer(access.caller())
                  .write(database, caller.identity(), justification, clock.instant());
          if (written.isEmpty()) {
            throw new OptimisticLockException("The item was answered meanwhile");
          }
          recorded.fire(new DecisionsRecorded(key.instance(), Call.single, written));
          return open.version() + 1;
        });
  }
}
