package accessreviews.life.rounds;

import accessreviews.definitions.settings.RecommendationInsightSetting;
import accessreviews.definitions.settings.RecommendationInsightSetting.GroupPeerOutlier;
import accessreviews.definitions.settings.RecommendationInsightSetting.SignInScope;
import accessreviews.definitions.settings.RecommendationInsightSetting.UserLastSignIn;
import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StageSettings;
import accessreviews.scopes.ResourceType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * What the settings of a series or stage say about recommendations (types.md, "recommendation").
 * The rule itself is SQL, in {@code R__life_rounds_recommendation.sql}.
 */
public record RecommendationSettings(
    boolean enabled, Optional<SignIn> signIn, boolean peerOutlier) {
  private static final PeriodDuration THIRTY_DAYS = PeriodDuration.parse("P30D");

  /** The settings that ask for no recommendation. */
  static final RecommendationSettings NOT_ASKED =
      new RecommendationSettings(false, Optional.empty(), false);

  /** The sign-in that counts, and the length of the look-back. */
  record SignIn(PeriodDuration lookBack, @Nullable SignInScope scope) {}

  static RecommendationSettings of(ScheduleSettings settings) {
    return settings.recommendationsEnabled()
        ? of(settings.recommendationLookBackDuration(), settings.recommendationInsightSettings())
        : NOT_ASKED;
  }

  static RecommendationSettings of(StageSettings settings) {
    return settings.recommendationsEnabled()
        ? of(settings.recommendationLookBackDuration(), settings.recommendationInsightSettings())
        : NOT_ASKED;
  }

  private static RecommendationSettings of(
      @Nullable PeriodDuration lookBack, List<RecommendationInsightSetting> insights) {
    var days = Objects.requireNonNullElse(lookBack, THIRTY_DAYS);
    if (insights.isEmpty()) {
      return new RecommendationSettings(true, Optional.of(new SignIn(days, null)), false);
    }
    var signIn =
        insights.stream()
            .filter(UserLastSignIn.class::isInstance)
            .map(UserLastSignIn.class::cast)
            .map(
                one ->
                    new SignIn(
                        Objects.requireNonNullElse(one.recommendationLookBackDuration(), days),
                        one.signInScope()))
            .findFirst();
    return new RecommendationSettings(
        true, signIn, insights.stream().anyMatch(GroupPeerOutlier.class::isInstance));
  }

  /**
   * What the database function {@code access_review_recommendation} needs, beside {@link #since},
   * to recommend access to a {@code type}.
   */
  public Map<String, Object> parameters(ResourceType type) {
    var inApplication =
        type == ResourceType.servicePrincipal
            && signIn.isPresent()
            && signIn.get().scope() != SignInScope.tenant;
    return Map.of("recommends", enabled, "in_application", inApplication);
  }

  /**
   * The look-back before {@code start}, the start of the instance. A principal who signed in at or
   * after this instant is active. Null if sign-ins do not count.
   */
  public @Nullable Instant since(Instant start) {
    return signIn
        .map(one -> start.atZone(ZoneOffset.UTC).minus(one.lookBack()).toInstant())
        .orElse(null);
  }
}
