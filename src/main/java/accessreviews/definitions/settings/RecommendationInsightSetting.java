package accessreviews.definitions.settings;

import accessreviews.odata.bodies.ODataTypeIdResolver;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** A source of recommendations, Graph's {@code accessReviewRecommendationInsightSetting}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "@odata.type")
@JsonTypeIdResolver(ODataTypeIdResolver.class)
@JsonSubTypes({
  @JsonSubTypes.Type(
      value = RecommendationInsightSetting.UserLastSignIn.class,
      name = "userLastSignInRecommendationInsightSetting"),
  @JsonSubTypes.Type(
      value = RecommendationInsightSetting.GroupPeerOutlier.class,
      name = "groupPeerOutlierRecommendationInsightSettings")
})
public sealed interface RecommendationInsightSetting {
  /** Whether a sign-in counts in the whole tenant or in the reviewed application. */
  enum SignInScope {
    tenant,
    application
  }

  /**
   * Recommends to deny users who did not sign in for a while.
   *
   * @param recommendationLookBackDuration ISO 8601, 30 days when null
   */
  @RegisterForReflection
  record UserLastSignIn(
      @Nullable PeriodDuration recommendationLookBackDuration, @Nullable SignInScope signInScope)
      implements RecommendationInsightSetting {}

  /** Recommends to deny members who are outliers in the group. */
  @RegisterForReflection
  record GroupPeerOutlier() implements RecommendationInsightSetting {}
}
