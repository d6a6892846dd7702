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
 * The rule of recommendations (types.md, "recommendation"). Access is recommended to be denied if
 * the principal did not sign in within the look-back before the start of the instance, or is an
 * outlier in the group.
 */
public record RecommendationRule(boolean enabled, Optional<SignIn> signIn, boolean peerOutlier) {
  private static final PeriodDuration THIRTY_DAYS = PeriodDuration.parse("P30D");

  /** The rule that recommends nothing. */
  static final RecommendationRule NOT_ASKED =
      new RecommendationRule(false, Optional.empty(), false);

  /** The sign-in that counts, and the length of the look-back. */
  record SignIn(PeriodDuration lookBack, @Nullable SignInScope scope) {}

  static RecommendationRule of(ScheduleSettings settings) {
    return settings.recommendationsEnabled()
        ? of(settings.recommendationLookBackDuration(), settings.recommendationInsightSettings())
        : NOT_ASKED;
  }

  static RecommendationRule of(StageSettings settings) {
    return settings.recommendationsEnabled()
        ? of(settings.recommendationLookBackDuration(), settings.recommendationInsightSettings())
        : NOT_ASKED;
  }

  private static RecommendationRule of(
      @Nullable PeriodDuration lookBack, List<RecommendationInsightSetting> insights) {
    var days = Objects.requireNonNullElse(lookBack, THIRTY_DAYS);
    if (insights.isEmpty()) {
      return new RecommendationRule(true, Optional.of(new SignIn(days, null)), false);
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
    return new RecommendationRule(
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
   * Whoever signed in since then is active: the look-back before {@code start}, that of the
   * instance; null where sign-ins do not count.
   */
  public @Nullable Instant since(Instant start) {
    return signIn
        .map(one -> start.atZone(ZoneOffset.UTC).minus(one.lookBack()).toInstant())
        .orElse(null);
  }
}
