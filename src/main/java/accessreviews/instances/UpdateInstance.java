package accessreviews.instances;

import accessreviews.identity.Access;
import accessreviews.odata.IfMatch;
import accessreviews.odata.JsonBody;
import accessreviews.platform.UpdateTransaction;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Name other reviewers, or further fallback reviewers, for one running instance. */
@ApplicationScoped
class UpdateInstance {
  private final UpdateTransaction transaction;

  UpdateInstance(UpdateTransaction transaction) {
    this.transaction = transaction;
  }

  /** Changes the instance as {@code body} says, and answers it as {@code view} shows it then. */
  <V> V update(
      Access access,
      InstanceKey key,
      IfMatch ifMatch,
      JsonBody body,
      Function<AccessReviewInstance, V> view) {
    return transaction.run(
        lock -> {
          var instance = AccessReviewInstance.required(key, access, lock); // 404
          ifMatch.require(instance.version()); // 412
          instance.requireInProgress(); // 409
          var request = body.as(InstanceRequest.class); // 400
          request.requireScope(body);
          request.reviewers().ifGiven(instance::replaceReviewers);
          request.fallbackReviewers().ifGiven(instance::growFallbackReviewers); // 409
          Panache.flush(); // an overtaken write fails here, before anyone is told
          return view.apply(instance);
        });
  }
}
