package accessreviews.instances;

import accessreviews.identity.Access;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.function.Function;

/** Changes the reviewers, or adds fallback reviewers, of one open instance. */
@ApplicationScoped
public class UpdateInstance {
  private final UpdateTransaction transaction;
  private final Event<ReviewersChanged> changes;

  UpdateInstance(UpdateTransaction transaction, Event<ReviewersChanged> changes) {
    this.transaction = transaction;
    this.changes = changes;
  }

  /** Updates the instance from {@code body}; returns its {@code view}. */
  public <V> V update(
      Access access,
      InstanceKey key,
      IfMatch ifMatch,
      JsonBody body,
      Function<AccessReviewInstance, V> view) {
    return transaction.run(
        key.definition(),
        key,
        lock -> {
          var instance = AccessReviewInstance.required(key, access, lock); // 404
          ifMatch.require(instance.version()); // 412
          instance.requireInProgress(); // 409
          var before = instance.reviewing();
          var request = body.as(InstanceRequest.class); // 400
          request.requireScope(body);
          request.reviewers().ifGiven(instance::replaceReviewers);
          request.fallbackReviewers().ifGiven(instance::growFallbackReviewers); // 409
          Panache.flush(); // an overtaken write fails here, before anyone is told
          instance.changedSince(before).ifPresent(changes::fire);
          return view.apply(instance);
        });
  }
}
