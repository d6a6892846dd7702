package accessreviews.decisions;

import accessreviews.decisions.items.ApplyResult;
import accessreviews.decisions.items.Decision;
import accessreviews.decisions.items.DecisionState;
import accessreviews.decisions.items.Recommendation;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision item on the wire.
 *
 * @param context null inside a list
 * @param accessReviewId the instance
 * @param ofBeta the properties that only beta shows
 */
@RegisterForReflection
@Schema(name = "accessReviewInstanceDecisionItem")
public record DecisionView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    @JsonProperty("@odata.etag") String etag,
    UUID id,
    UUID accessReviewId,
    @Nullable Instant reviewedDateTime,
    Decision decision,
    String justification,
    @Nullable Instant appliedDateTime,
    ApplyResult applyResult,
    Recommendation recommendation,
    String principalLink,
    String resourceLink,
    ActorView reviewedBy,
    ActorView appliedBy,
    ResourceView resource,
    PrincipalView principal,
    @JsonUnwrapped @Nullable OfBeta ofBeta) {

  /** The properties that only beta shows. */
  @RegisterForReflection
  record OfBeta(
      @Nullable String applyDescription,
      MembershipView principalResourceMembership,
      @Nullable TargetView target) {}

  /** Whether the access is direct, or comes from a group. */
  @RegisterForReflection
  record MembershipView(String membershipType) {}

  static DecisionView item(DecisionState decided, ServiceRoot root) {
    return of(decided, root, null);
  }

  static DecisionView entity(DecisionState decided, ServiceRoot root, String set) {
    return of(decided, root, root.context(set + "/$entity"));
  }

  private static DecisionView of(
      DecisionState decided, ServiceRoot root, @Nullable String context) {
    var item = decided.item();
    return new DecisionView(
        context,
        IfMatch.etag(decided.version()),
        item.id(),
        item.instanceId(),
        decided.reviewedDateTime(),
        decided.decision(),
        decided.justification(),
        item.appliedDateTime(),
        item.applyResult(),
        decided.recommendation(),
        root.link("v1.0", item.principalType().set() + "/" + item.principalId()),
        ResourceView.link(item, root),
        ActorView.of(decided.reviewedBy()),
        ActorView.of(item.appliedBy()),
        ResourceView.of(item),
        PrincipalView.of(item),
        root.isBeta()
            ? new OfBeta(
                item.applyDescription(), new MembershipView(item.membership()), TargetView.of(item))
            : null);
  }
}
