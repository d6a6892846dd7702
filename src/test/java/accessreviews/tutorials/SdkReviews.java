package accessreviews.tutorials;

import com.microsoft.graph.identitygovernance.accessreviews.definitions.DefinitionsRequestBuilder;
import com.microsoft.graph.identitygovernance.accessreviews.definitions.item.instances.InstancesRequestBuilder;
import com.microsoft.graph.identitygovernance.accessreviews.definitions.item.instances.item.AccessReviewInstanceItemRequestBuilder;
import com.microsoft.graph.identitygovernance.accessreviews.definitions.item.instances.item.batchrecorddecisions.BatchRecordDecisionsPostRequestBody;
import com.microsoft.graph.identitygovernance.accessreviews.definitions.item.instances.item.stages.item.AccessReviewStageItemRequestBuilder;
import com.microsoft.graph.models.AccessReviewInstance;
import com.microsoft.graph.models.AccessReviewInstanceDecisionItem;
import com.microsoft.graph.models.AccessReviewScheduleDefinition;
import com.microsoft.graph.models.AccessReviewStage;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * Access reviews through the Java SDK, all of whose calls are there.
 *
 * @param graph signed in as the caller
 */
@NullUnmarked
record SdkReviews(GraphServiceClient graph) implements ReviewsApi {
  private static final String OWN = "reviewer";
  private static final String JUSTIFICATION = "As we agreed";

  @Override
  public String create(String definition) {
    return definitions().post(SdkDefinition.of(definition)).getId();
  }

  @Override
  public List<Instance> instances(String review) {
    return instancesOf(review).get().getValue().stream().map(one -> shown(review, one)).toList();
  }

  @Override
  public List<Stage> stages(Instance instance) {
    var stages = at(instance).stages().get().getValue();
    return stages.stream().map(one -> shown(instance, one)).toList();
  }

  @Override
  public List<Item> items(Instance instance) {
    return shown(at(instance).decisions().get().getValue());
  }

  @Override
  public List<String> ownReviews() {
    var own = definitions().filterByCurrentUserWithOn(OWN).get().getValue();
    return own.stream().map(AccessReviewScheduleDefinition::getId).toList();
  }

  @Override
  public List<Instance> ownInstances(String review) {
    var own = instancesOf(review).filterByCurrentUserWithOn(OWN).get().getValue();
    return own.stream().map(one -> shown(review, one)).toList();
  }

  @Override
  public List<Stage> ownStages(Instance instance) {
    var own = at(instance).stages().filterByCurrentUserWithOn(OWN).get().getValue();
    return own.stream().map(one -> shown(instance, one)).toList();
  }

  @Override
  public List<Item> ownItems(Instance instance) {
    return shown(at(instance).decisions().filterByCurrentUserWithOn(OWN).get().getValue());
  }

  @Override
  public List<Item> ownItems(Stage stage) {
    return shown(at(stage).decisions().filterByCurrentUserWithOn(OWN).get().getValue());
  }

  @Override
  public void decide(Instance instance, Item item, String decision) {
    at(instance)
        .decisions()
        .byAccessReviewInstanceDecisionItemId(item.id())
        .patch(decided(decision));
  }

  @Override
  public void decide(Stage stage, Item item, String decision) {
    at(stage).decisions().byAccessReviewInstanceDecisionItemId(item.id()).patch(decided(decision));
  }

  @Override
  public void decideAll(Instance instance, String decision) {
    var body = new BatchRecordDecisionsPostRequestBody();
    body.setDecision(decision);
    body.setJustification(JUSTIFICATION);
    at(instance).batchRecordDecisions().post(body);
  }

  @Override
  public void stop(Instance instance) {
    at(instance).stop().post();
  }

  @Override
  public void apply(Instance instance) {
    at(instance).applyDecisions().post();
  }

  private DefinitionsRequestBuilder definitions() {
    return graph.identityGovernance().accessReviews().definitions();
  }

  private InstancesRequestBuilder instancesOf(String review) {
    return definitions().byAccessReviewScheduleDefinitionId(review).instances();
  }

  private AccessReviewInstanceItemRequestBuilder at(Instance instance) {
    return instancesOf(instance.review()).byAccessReviewInstanceId(instance.id());
  }

  private AccessReviewStageItemRequestBuilder at(Stage stage) {
    return at(stage.instance()).stages().byAccessReviewStageId(stage.id());
  }

  private static AccessReviewInstanceDecisionItem decided(String decision) {
    var change = new AccessReviewInstanceDecisionItem();
    change.setDecision(decision);
    change.setJustification(JUSTIFICATION);
    return change;
  }

  private static Instance shown(String review, AccessReviewInstance one) {
    return new Instance(review, one.getId(), one.getStatus());
  }

  private static Stage shown(Instance instance, AccessReviewStage one) {
    return new Stage(instance, one.getId(), one.getStatus());
  }

  private static List<Item> shown(List<AccessReviewInstanceDecisionItem> items) {
    return items.stream()
        .map(
            one ->
                new Item(
                    one.getId(),
                    one.getPrincipal().getDisplayName()
                        + " in "
                        + one.getResource().getDisplayName(),
                    one.getDecision(),
                    one.getApplyResult()))
        .toList();
  }
}
