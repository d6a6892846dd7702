package accessreviews.instances;

import accessreviews.odata.Field;
import accessreviews.odata.JsonBody;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.Scope;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The body of an instance update, a merge.
 *
 * @param scope required, checked for its form and never applied
 * @param backupReviewers the old name of {@code fallbackReviewers}
 */
@RegisterForReflection
record InstanceRequest(
    Field<ObjectNode> scope,
    Field<Reviewers> reviewers,
    Field<FallbackReviewers> fallbackReviewers,
    Field<FallbackReviewers> backupReviewers) {
  InstanceRequest {
    fallbackReviewers = fallbackReviewers.or(backupReviewers).neverNull("fallbackReviewers");
    reviewers.neverNull("reviewers").ifGiven(given -> given.requireSupported("reviewers"));
    fallbackReviewers.ifGiven(given -> given.requireSupported("fallbackReviewers"));
  }

  /** Refuses to be without a scope; one without a type or a query is what some SDKs send. */
  void requireScope(JsonBody body) {
    var sent = scope.orNull();
    if (sent == null) {
      throw Refused.missing("scope", "the scope of the instance, which stays as it is");
    }
    if (sent.has("@odata.type") || sent.has("query")) {
      body.read(sent, Scope.class, "scope");
    }
  }
}
