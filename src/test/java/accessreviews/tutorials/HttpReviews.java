package accessreviews.tutorials;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Access reviews over plain HTTP.
 *
 * @param request what every call of the caller begins with
 */
record HttpReviews(Supplier<RequestSpecification> request) implements ReviewsApi {
  private static final String DEFINITIONS = "/v1.0/identityGovernance/accessReviews/definitions";
  private static final String OWN = "/filterByCurrentUser(on='reviewer')";

  @Override
  public String create(String definition) {
    return sent(definition).post(DEFINITIONS).then().statusCode(201).extract().path("id");
  }

  @Override
  public List<Instance> instances(String review) {
    return list(instancesOf(review), one -> instance(review, one));
  }

  @Override
  public List<Stage> stages(Instance instance) {
    return list(path(instance) + "/stages", one -> stage(instance, one));
  }

  @Override
  public List<Item> items(Instance instance) {
    return list(path(instance) + "/decisions", HttpReviews::item);
  }

  @Override
  public List<String> ownReviews() {
    return list(DEFINITIONS + OWN, one -> one.get("id").textValue());
  }

  @Override
  public List<Instance> ownInstances(String review) {
    return list(instancesOf(review) + OWN, one -> instance(review, one));
  }

  @Override
  public List<Stage> ownStages(Instance instance) {
    return list(path(instance) + "/stages" + OWN, one -> stage(instance, one));
  }

  @Override
  public List<Item> ownItems(Instance instance) {
    return list(path(instance) + "/decisions" + OWN, HttpReviews::item);
  }

  @Override
  public List<Item> ownItems(Stage stage) {
    return list(path(stage) + "/decisions" + OWN, HttpReviews::item);
  }

  @Override
  public void decide(Instance instance, Item item, String decision) {
    decide(path(instance), item, decision);
  }

  @Override
  public void decide(Stage stage, Item item, String decision) {
    decide(path(stage), item, decision);
  }

  private void decide(String path, Item item, String decision) {
    done(sent(decision(decision)).patch(path + "/decisions/" + item.id()));
  }

  @Override
  public void decideAll(Instance instance, String decision) {
    done(sent(decision(decision)).post(path(instance) + "/batchRecordDecisions"));
  }

  @Override
  public void stop(Instance instance) {
    done(request.get().post(path(instance) + "/stop"));
  }

  @Override
  public void apply(Instance instance) {
    done(request.get().post(path(instance) + "/applyDecisions"));
  }

  private static String decision(String decision) {
    return "{\"decision\":\"%s\",\"justification\":\"As we agreed\"}".formatted(decision);
  }

  private RequestSpecification sent(String body) {
    return request.get().contentType("application/json").body(body);
  }

  private static void done(Response answer) {
    answer.then().statusCode(204);
  }

  private static String instancesOf(String review) {
    return DEFINITIONS + "/" + review + "/instances";
  }

  private static String path(Instance instance) {
    return instancesOf(instance.review()) + "/" + instance.id();
  }

  private static String path(Stage stage) {
    return path(stage.instance()) + "/stages/" + stage.id();
  }

  private <T> List<T> list(String path, Function<JsonNode, T> shown) {
    var answer = request.get().get(path).then().statusCode(200).extract().as(JsonNode.class);
    return StreamSupport.stream(answer.get("value").spliterator(), false).map(shown).toList();
  }

  private static Instance instance(String review, JsonNode one) {
    return new Instance(review, one.get("id").textValue(), one.get("status").textValue());
  }

  private static Stage stage(Instance instance, JsonNode one) {
    return new Stage(instance, one.get("id").textValue(), one.get("status").textValue());
  }

  private static Item item(JsonNode one) {
    return new Item(
        one.get("id").textValue(),
        one.at("/principal/displayName").textValue()
            + " in "
            + one.at("/resource/displayName").textValue(),
        one.get("decision").textValue(),
        one.get("applyResult").textValue());
  }
}
