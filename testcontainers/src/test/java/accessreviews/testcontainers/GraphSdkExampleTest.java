package accessreviews.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.identitygovernance.accessreviews.definitions.item.instances.item.batchrecorddecisions.BatchRecordDecisionsPostRequestBody;
import com.microsoft.graph.models.AccessReviewQueryScope;
import com.microsoft.graph.models.AccessReviewReviewerScope;
import com.microsoft.graph.models.AccessReviewScheduleDefinition;
import com.microsoft.graph.models.AccessReviewScheduleSettings;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of the README. */
class GraphSdkExampleTest {
  // README
  private static final String ANN = "398164b1-5196-49dd-ada2-364b49f99b27";
  private static final String BOB = "1ed8ac56-4827-4733-8f80-86adc2e67db5";
  private static final String GROUP = "02f3bafb-448c-487c-88c2-5fd65ce49a41";

  @Test
  void whoIsDeniedLosesTheMembershipWhenTheReviewEnds() {
    try (var entra = new AccessReviewsContainer()) {
      entra.start();
      entra.setClock(Instant.parse("2030-01-07T09:00:00Z"));
      entra.loadDirectory(
          DirectoryFile.users,
          """
          id,displayName,userPrincipalName
          %s,Ann,ann@contoso.com
          %s,Bob,bob@contoso.com
          """
              .formatted(ANN, BOB));
      entra.loadDirectory(DirectoryFile.groups, "id,displayName\n%s,Marketing\n".formatted(GROUP));
      entra.loadDirectory(
          DirectoryFile.memberships, "groupId,memberId\n%s,%s\n".formatted(GROUP, BOB));
      var application =
          client(entra, Caller.application("AccessReview.ReadWrite.All", "Directory.Read.All"));
      var ann = client(entra, Caller.user(ANN, "AccessReview.ReadWrite.All"));

      var series =
          application.identityGovernance().accessReviews().definitions().post(reviewByAnn());
      entra.advanceClock(Duration.ZERO); // what is due has happened
      var instances =
          ann.identityGovernance()
              .accessReviews()
              .definitions()
              .byAccessReviewScheduleDefinitionId(series.getId())
              .instances();
      var instance = instances.filterByCurrentUserWithOn("reviewer").get().getValue().get(0);
      var denied = new BatchRecordDecisionsPostRequestBody();
      denied.setDecision("Deny");
      denied.setJustification("left the team");
      instances.byAccessReviewInstanceId(instance.getId()).batchRecordDecisions().post(denied);
      entra.advanceClock(Duration.ofDays(3));

      assertThat(application.groups().byGroupId(GROUP).members().get().getValue())
          .extracting(DirectoryObject::getId)
          .doesNotContain(BOB);
    }
  }

  private static AccessReviewScheduleDefinition reviewByAnn() {
    var scope = new AccessReviewQueryScope();
    scope.setQuery("/groups/" + GROUP + "/transitiveMembers");
    scope.setQueryType("MicrosoftGraph");
    var reviewer = new AccessReviewReviewerScope();
    reviewer.setQuery("/users/" + ANN);
    reviewer.setQueryType("MicrosoftGraph");
    var settings = new AccessReviewScheduleSettings();
    settings.setInstanceDurationInDays(3);
    settings.setAutoApplyDecisionsEnabled(true);
    var review = new AccessReviewScheduleDefinition();
    review.setDisplayName("Members of Marketing");
    review.setScope(scope);
    review.setReviewers(List.of(reviewer));
    review.setSettings(settings);
    return review;
  }

  private static GraphServiceClient client(AccessReviewsContainer entra, Caller caller) {
    var tokens =
        new AccessTokenProvider() {
          @Override
          public String getAuthorizationToken(URI uri, Map<String, Object> context) {
            return entra.token(caller);
          }

          @Override
          public AllowedHostsValidator getAllowedHostsValidator() {
            return new AllowedHostsValidator(entra.getHost());
          }
        };
    var client = new GraphServiceClient(new BaseBearerTokenAuthenticationProvider(tokens));
    client.getRequestAdapter().setBaseUrl(entra.baseUrl());
    return client;
  }
  // README
}
