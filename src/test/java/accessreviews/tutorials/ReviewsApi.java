package accessreviews.tutorials;

import java.util.List;

/** What one caller does with access reviews, however the calls are made. */
interface ReviewsApi {
  /** The id of the review that {@code definition}, a body as in the tutorials, creates. */
  String create(String definition);

  List<Instance> instances(String review);

  List<Stage> stages(Instance instance);

  List<Item> items(Instance instance);

  /** The ids of the reviews that the caller reviews; as below, by {@code filterByCurrentUser}. */
  List<String> ownReviews();

  List<Instance> ownInstances(String review);

  List<Stage> ownStages(Instance instance);

  List<Item> ownItems(Instance instance);

  List<Item> ownItems(Stage stage);

  void decide(Instance instance, Item item, String decision);

  void decide(Stage stage, Item item, String decision);

  /** Decides on everything that the caller reviews in the instance. */
  void decideAll(Instance instance, String decision);

  void stop(Instance instance);

  void apply(Instance instance);
}
