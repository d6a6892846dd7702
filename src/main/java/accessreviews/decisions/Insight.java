package accessreviews.decisions;

import static accessreviews.odata.reads.Property.shown;

import accessreviews.decisions.items.DecisionState;
import accessreviews.decisions.items.PrincipalType;
import accessreviews.decisions.items.Recommendation;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.EntityType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The reason for a recommendation, Graph's {@code governanceInsight}; computed from the item. */
@Schema(name = "governanceInsight")
sealed interface Insight {
  /** Graph's {@code governanceInsight} and what derives from it. */
  EntityType<Insight> TYPE =
      new EntityType<>(
          "governanceInsight",
          Insight.class,
          Insight::id,
          (insight, root) -> insight,
          List.of(
              shown("id"),
              shown("insightCreatedDateTime"),
              shown("lastSignInDateTime"),
              shown("memberId"),
              shown("containerId"),
              shown("outlierMemberType"),
              shown("outlierContainerType")),
          Map.of(),
          Column.guid("e.id", Insight::id));

  UUID id();

  /** The same as it is read by itself. */
  Insight in(String context);

  /** The last sign-in of the user; null if there was none. */
  @RegisterForReflection
  record UserSignIn(
      @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String context,
      @JsonProperty("@odata.type") String type,
      UUID id,
      Instant insightCreatedDateTime,
      @Nullable Instant lastSignInDateTime)
      implements Insight {
    @Override
    public Insight in(String read) {
      return new UserSignIn(read, type, id, insightCreatedDateTime, lastSignInDateTime);
    }
  }

  /** The member is an outlier in the group. */
  @RegisterForReflection
  record MembershipOutlier(
      @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String context,
      @JsonProperty("@odata.type") String type,
      UUID id,
      Instant insightCreatedDateTime,
      UUID memberId,
      UUID containerId,
      String outlierMemberType,
      String outlierContainerType)
      implements Insight {
    @Override
    public Insight in(String read) {
      return new MembershipOutlier(
          read,
          type,
          id,
          insightCreatedDateTime,
          memberId,
          containerId,
          outlierMemberType,
          outlierContainerType);
    }
  }

  /** The insights of an item, with its last recommendation or that of a stage. */
  static List<Insight> of(DecisionState decided) {
    var item = decided.item();
    var insights = new ArrayList<Insight>();
    if (item.principalType() == PrincipalType.user
        && decided.recommendation() != Recommendation.NoInfoAvailable) {
      insights.add(
          new UserSignIn(
              null,
              "#microsoft.graph.userSignInInsight",
              new UUID(0, 0),
              item.instance().startDateTime(),
              item.consideredSignInDateTime()));
    }
    if (item.isOutlier()) {
      insights.add(
          new MembershipOutlier(
              null,
              "#microsoft.graph.membershipOutlierInsight",
              item.id(),
              item.instance().startDateTime(),
              item.principalId(),
              item.resourceId(),
              "user",
              "group"));
    }
    return insights;
  }
}
