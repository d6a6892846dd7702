package accessreviews.sdk;

import static accessreviews.sdk.GraphSdk.ANN;
import static accessreviews.sdk.GraphSdk.BOB;
import static accessreviews.sdk.GraphSdk.CLEO;
import static accessreviews.sdk.GraphSdk.weeklyReview;
import static accessreviews.sdk.GraphSdk.weeklyReviewInTwoStages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.identitygovernance.accessreviews.definitions.item.AccessReviewScheduleDefinitionItemRequestBuilder;
import com.microsoft.graph.models.AccessReviewInstance;
import com.microsoft.graph.models.AccessReviewQueryScope;
import com.microsoft.graph.models.AccessReviewReviewerScope;
import com.microsoft.graph.models.AccessReviewScheduleDefinition;
import com.microsoft.graph.models.AccessReviewScheduleDefinitionCollectionResponse;
import com.microsoft.graph.models.AccessReviewStage;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Microsoft's Java SDK, unmodified, works against the service as against Microsoft Graph. */
@QuarkusTest
class GraphJavaSdkHttpTest extends HttpTest {
  private GraphServiceClient graph = GraphSdk.client(Tokens.EVERYTHING);

  @BeforeEach
  void signIn() {
    graph = GraphSdk.client(Tokens.EVERYTHING);
  }

  private AccessReviewScheduleDefinitionItemRequestBuilder definition(@Nullable String id) {
    return graph
        .identityGovernance()
        .accessReviews()
        .definitions()
        .byAccessReviewScheduleDefinitionId(Objects.requireNonNull(id));
  }

  private AccessReviewScheduleDefinition post(AccessReviewScheduleDefinition wanted) {
    var created = graph.identityGovernance().accessReviews().definitions().post(wanted);
    advance("PT0S"); // the first instance has started
    return created;
  }

  private static List<String> queries(@Nullable List<AccessReviewReviewerScope> reviewers) {
    return Objects.requireNonNull(reviewers).stream()
        .map(AccessReviewReviewerScope::getQuery)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void createsAndReadsASeries() {
    var created = post(weeklyReview("Marketing"));

    var read = definition(created.getId()).get();
    assertThat(created.getStatus()).isEqualTo("NotStarted");
    assertThat(read.getDisplayName()).isEqualTo("Marketing");
    assertThat(read.getStatus()).isEqualTo("InProgress");
    assertThat(((AccessReviewQueryScope) read.getScope()).getQuery())
        .isEqualTo("/v1.0/groups/" + GraphSdk.GROUP + "/transitiveMembers");
    assertThat(queries(read.getReviewers())).containsExactly("/v1.0/users/" + ANN);
    assertThat(read.getSettings().getInstanceDurationInDays()).isEqualTo(4);
    assertThat(read.getSettings().getRecurrence().getPattern().getInterval()).isOne();
  }

  @Test
  void replacesASeries() {
    var created = post(weeklyReview("Before"));
    var wanted = weeklyReview("After");
    wanted.setReviewers(GraphSdk.users(BOB));

    definition(created.getId()).put(wanted);

    var read = definition(created.getId()).get();
    assertThat(read.getDisplayName()).isEqualTo("After");
    assertThat(queries(read.getReviewers())).containsExactly("/v1.0/users/" + BOB);
  }

  @Test
  void updatesARunningInstance() {
    var series = definition(post(weeklyReview("Marketing")).getId());
    var instance = series.instances().get().getValue().getFirst();
    var change = new AccessReviewInstance();
    change.setScope(GraphSdk.members());
    change.setReviewers(GraphSdk.users(BOB));
    change.setFallbackReviewers(GraphSdk.users(CLEO, BOB));

    var updated = series.instances().byAccessReviewInstanceId(instance.getId()).patch(change);

    assertThat(updated.getStatus()).isEqualTo("InProgress");
    assertThat(queries(updated.getReviewers())).containsExactly("/v1.0/users/" + BOB);
    assertThat(queries(updated.getFallbackReviewers()))
        .containsExactly("/v1.0/users/" + CLEO, "/v1.0/users/" + BOB);
  }

  @Test
  void updatesAStage() {
    var series = definition(post(weeklyReviewInTwoStages("Marketing")).getId());
    var instance = series.instances().get().getValue().getFirst();
    var stages = series.instances().byAccessReviewInstanceId(instance.getId()).stages();
    var stage = stages.get().getValue().getFirst();
    var change = new AccessReviewStage();
    change.setReviewers(GraphSdk.users(BOB));

    var updated = stages.byAccessReviewStageId(stage.getId()).patch(change);

    assertThat(queries(updated.getReviewers())).containsExactly("/users/" + BOB);
    assertThat(queries(stages.byAccessReviewStageId(stage.getId()).get().getFallbackReviewers()))
        .containsExactly("/users/" + CLEO);
  }

  @Test
  void readsRefusalsAsODataErrors() {
    var series = definition(post(weeklyReview("Marketing")).getId());
    var instance = series.instances().get().getValue().getFirst();
    var change = new AccessReviewInstance();
    change.setScope(GraphSdk.members());
    change.setFallbackReviewers(GraphSdk.users(BOB));

    var refused =
        catchThrowableOfType(
            ODataError.class,
            () -> series.instances().byAccessReviewInstanceId(instance.getId()).patch(change));

    assertThat(refused.getResponseStatusCode()).isEqualTo(409);
    assertThat(refused.getError().getCode()).isEqualTo("Conflict");
    assertThat(refused.getError().getMessage()).contains("/users/" + CLEO);
    assertThat(refused.getError().getTarget()).isEqualTo("fallbackReviewers");
    assertThat(refused.getError().getInnerError().getAdditionalData())
        .containsEntry("code", "fallbackReviewersRemoved");
    assertThat(refused.getError().getInnerError().getRequestId()).isNotBlank();
  }

  @Test
  void readsAnUnknownIdAsNotFound() {
    var refused =
        catchThrowableOfType(
            ODataError.class, () -> definition(UUID.randomUUID().toString()).get());

    assertThat(refused.getResponseStatusCode()).isEqualTo(404);
    assertThat(refused.getError().getCode()).isEqualTo("ResourceNotFound");
  }

  @Test
  void pagesThroughEverything() throws ReflectiveOperationException {
    var names = new ArrayList<String>();
    for (var i = 0; i < 7; i++) {
      post(weeklyReview("Review " + i));
    }

    var first =
        graph
            .identityGovernance()
            .accessReviews()
            .definitions()
            .get(request -> request.queryParameters.top = 2);
    new PageIterator.Builder<
            AccessReviewScheduleDefinition, AccessReviewScheduleDefinitionCollectionResponse>()
        .client(graph)
        .collectionPage(first)
        .collectionPageFactory(
            AccessReviewScheduleDefinitionCollectionResponse::createFromDiscriminatorValue)
        .processPageItemCallback(item -> names.add(Objects.requireNonNull(item.getDisplayName())))
        .build()
        .iterate();

    assertThat(first.getOdataCount()).isEqualTo(7);
    assertThat(names).hasSize(7).doesNotHaveDuplicates().contains("Review 0", "Review 6");
  }

  @Test
  void filtersOrdersSelectsAndExpands() {
    post(weeklyReview("B"));
    post(weeklyReview("A"));

    var found =
        graph
            .identityGovernance()
            .accessReviews()
            .definitions()
            .get(
                request -> {
                  request.queryParameters.filter =
                      "contains(scope/microsoft.graph.accessReviewQueryScope/query, '/groups')";
                  request.queryParameters.orderby = new String[] {"displayName"};
                  request.queryParameters.select = new String[] {"id", "displayName"};
                  request.queryParameters.expand = new String[] {"instances"};
                })
            .getValue();

    assertThat(found)
        .extracting(AccessReviewScheduleDefinition::getDisplayName)
        .containsExactly("A", "B");
    assertThat(found).allSatisfy(one -> assertThat(one.getInstances()).hasSize(1));
    assertThat(found.getFirst().getStatus()).isNull();
  }

  @Test
  void counts() {
    post(weeklyReview("Marketing"));

    assertThat(graph.identityGovernance().accessReviews().definitions().count().get()).isOne();
  }

  @Test
  void asksForOnesOwnReviews() {
    post(weeklyReview("Marketing"));
    var ann = GraphSdk.client("{\"oid\":\"" + ANN + "\",\"scp\":\"AccessReview.Read.All\"}");

    var own =
        ann.identityGovernance()
            .accessReviews()
            .definitions()
            .filterByCurrentUserWithOn("reviewer")
            .get()
            .getValue();

    assertThat(own)
        .extracting(AccessReviewScheduleDefinition::getDisplayName)
        .containsExactly("Marketing");
  }

  @Test
  void sendsABatch() throws Exception {
    var id = post(weeklyReview("Marketing")).getId();
    var batch = new BatchRequestContent(graph);
    var found = batch.addBatchRequestStep(definition(id).toGetRequestInformation());
    var lost =
        batch.addBatchRequestStep(
            definition(UUID.randomUUID().toString()).toGetRequestInformation());

    var answers = graph.getBatchRequestBuilder().post(batch, null);

    assertThat(
            answers
                .getResponseById(
                    found, AccessReviewScheduleDefinition::createFromDiscriminatorValue)
                .getDisplayName())
        .isEqualTo("Marketing");
    assertThat(answers.getResponsesStatusCode()).containsEntry(found, 200).containsEntry(lost, 404);
  }

  @Test
  void deletesASeries() {
    var id = post(weeklyReview("Marketing")).getId();

    definition(id).delete();

    assertThat(
            catchThrowableOfType(ODataError.class, () -> definition(id).get())
                .getResponseStatusCode())
        .isEqualTo(404);
  }
}
