package accessreviews.instances;

import accessreviews.odata.bodies.Field;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.Scope;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.regex.Pattern;

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
  private static final String TYPE = "@odata.type";
  private static final Pattern BASE_TYPE =
      Pattern.compile("#?microsoft\\.graph\\.accessReviewScope", Pattern.CASE_INSENSITIVE);

  InstanceRequest {
    reviewers.neverNull("reviewers").ifGiven(given -> given.requireSupported("reviewers"));
    fallbackReviewers
        .neverNull("fallbackReviewers")
        .ifGiven(given -> given.requireSupported("fallbackReviewers"));
    backupReviewers
        .neverNull("backupReviewers")
        .ifGiven(given -> given.requireSupported("backupReviewers"));
    fallbackReviewers = fallbackReviewers.or(backupReviewers);
  }

  /**
   * Refuses to be without a scope. What SDKs send who know only the base type, or no type and no
   * query, has no form to check.
   */
  void requireScope(JsonBody body) {
    var sent = scope.orNull();
    if (sent == null) {
      throw Refused.missing("scope", "the scope of the instance, which stays as it is");
    }
    var typeName = JsonBody.memberOf(sent, TYPE);
    var type = sent.path(typeName).asText("");
    if (type.isEmpty() || BASE_TYPE.matcher(type).matches()) {
      sent = sent.without(typeName);
    }
    if (sent.has(typeName) || sent.has(JsonBody.memberOf(sent, "query"))) {
      body.read(sent, Scope.class, "scope");
    }
  }
}
