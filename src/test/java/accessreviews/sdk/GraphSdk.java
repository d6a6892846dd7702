package accessreviews.sdk;

import accessreviews.testing.Tokens;
import com.microsoft.graph.models.AccessReviewQueryScope;
import com.microsoft.graph.models.AccessReviewReviewerScope;
import com.microsoft.graph.models.AccessReviewScheduleDefinition;
import com.microsoft.graph.models.AccessReviewScheduleSettings;
import com.microsoft.graph.models.AccessReviewStageSettings;
import com.microsoft.graph.models.PatternedRecurrence;
import com.microsoft.graph.models.RecurrencePattern;
import com.microsoft.graph.models.RecurrencePatternType;
import com.microsoft.graph.models.RecurrenceRange;
import com.microsoft.graph.models.RecurrenceRangeType;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Microsoft's Java SDK as its users set it up, with our service as its base URL. */
public final class GraphSdk {
  static final String GROUP = "02f3bafb-448c-487c-88c2-5fd65ce49a41";
  static final String ANN = "398164b1-5196-49dd-ada2-364b49f99b27";
  static final String BOB = "1ed8ac56-4827-4733-8f80-86adc2e67db5";
  static final String CLEO = "4562bcc8-c436-4f95-b7c0-4f8ce89dca5e";

  private GraphSdk() {}

  /** A client that signs in with a token of these claims. */
  public static GraphServiceClient client(String claims) {
    var client =
        new GraphServiceClient(new BaseBearerTokenAuthenticationProvider(new DevToken(claims)));
    client.getRequestAdapter().setBaseUrl("http://localhost:" + RestAssured.port + "/v1.0");
    return client;
  }

  /** The same of the SDK for beta. */
  public static com.microsoft.graph.beta.serviceclient.GraphServiceClient betaClient(
      String claims) {
    var client =
        new com.microsoft.graph.beta.serviceclient.GraphServiceClient(
            new BaseBearerTokenAuthenticationProvider(new DevToken(claims)));
    client.getRequestAdapter().setBaseUrl("http://localhost:" + RestAssured.port + "/beta");
    return client;
  }

  private record DevToken(String claims) implements AccessTokenProvider {
    @Override
    public String getAuthorizationToken(
        URI uri, @Nullable Map<String, Object> additionalAuthenticationContext) {
      return Tokens.of(claims);
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
      return new AllowedHostsValidator("localhost");
    }
  }

  /** A weekly review of a group's members from 2026-01-05 on, in two stages: Ann's, then Bob's. */
  static AccessReviewScheduleDefinition weeklyReviewInTwoStages(String name) {
    var definition = weeklyReview(name);
    definition.setReviewers(new ArrayList<>());
    definition.setStageSettings(List.of(stage("1", ANN), stage("2", BOB)));
    return definition;
  }

  /** A weekly review of a group's members from 2026-01-05 on, by Ann; Cleo stands in. */
  static AccessReviewScheduleDefinition weeklyReview(String name) {
    var definition = new AccessReviewScheduleDefinition();
    definition.setDisplayName(name);
    definition.setDescriptionForAdmins("Who is in Marketing");
    definition.setScope(members());
    definition.setReviewers(users(ANN));
    definition.setFallbackReviewers(users(CLEO));
    definition.setSettings(weekly());
    return definition;
  }

  static AccessReviewQueryScope members() {
    var scope = new AccessReviewQueryScope();
    scope.setQuery("/groups/" + GROUP + "/transitiveMembers");
    scope.setQueryType("MicrosoftGraph");
    return scope;
  }

  static List<AccessReviewReviewerScope> users(String... ids) {
    return Arrays.stream(ids)
        .map(
            id -> {
              var reviewer = new AccessReviewReviewerScope();
              reviewer.setQuery("/users/" + id);
              reviewer.setQueryType("MicrosoftGraph");
              return reviewer;
            })
        .toList();
  }

  private static AccessReviewStageSettings stage(String id, String reviewer) {
    var stage = new AccessReviewStageSettings();
    stage.setStageId(id);
    stage.setDependsOn(id.equals("1") ? List.of() : List.of("1"));
    stage.setDurationInDays(2);
    stage.setRecommendationsEnabled(false);
    stage.setReviewers(users(reviewer));
    stage.setFallbackReviewers(users(CLEO));
    return stage;
  }

  private static AccessReviewScheduleSettings weekly() {
    var pattern = new RecurrencePattern();
    pattern.setType(RecurrencePatternType.Weekly);
    pattern.setInterval(1);
    var range = new RecurrenceRange();
    range.setType(RecurrenceRangeType.NoEnd);
    range.setStartDate(LocalDate.of(2026, 1, 5));
    var recurrence = new PatternedRecurrence();
    recurrence.setPattern(pattern);
    recurrence.setRange(range);
    var settings = new AccessReviewScheduleSettings();
    settings.setInstanceDurationInDays(4);
    settings.setMailNotificationsEnabled(true);
    settings.setRecurrence(recurrence);
    return settings;
  }
}
