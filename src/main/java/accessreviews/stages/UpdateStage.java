package accessreviews.stages;

import accessreviews.identity.Access;
import accessreviews.instances.ReviewersChanged;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Changes the reviewers, or adds fallback reviewers, of one stage that has not ended. */
@ApplicationScoped
class UpdateStage {
  private final UpdateTransaction transaction;
  private final Event<ReviewersChanged> changes;

  UpdateStage(UpdateTransaction transaction, Event<ReviewersChanged> changes) {
    this.transaction = transaction;
    this.changes = changes;
  }

  StageView update(Access access, StageKey key, IfMatch ifMatch, JsonBody body) {
    return transaction.run(
        key.instance().definition(),
        key,
        lock -> {
          var stage = AccessReviewStage.required(key, access, lock); // 404
          ifMatch.require(stage.version()); // 412
          stage.requireUpdatable(); // 409
          var before = stage.reviewing();
          var request = body.as(StageRequest.class); // 400
          request.reviewers().ifGiven(stage::replaceReviewers);
          request.fallbackReviewers().ifGiven(stage::growFallbackReviewers); // 409
          Panache.flush(); // an overtaken write fails here, before anyone is told
          stage.changedSince(before).ifPresent(changes::fire);
          return StageView.updated(stage);
        });
  }
}
