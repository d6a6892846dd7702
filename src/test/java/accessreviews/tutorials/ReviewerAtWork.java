package accessreviews.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A reviewer who finds what there is to review by {@code filterByCurrentUser}, and answers it. */
record ReviewerAtWork(ReviewsApi api, String review) {
  private static final String IN_PROGRESS = "InProgress";

  /**
   * The items that the reviewer is shown are exactly these, and are answered so.
   *
   * @param answers {@code ada in staff: Deny}, or {@code nothing} for no answer
   */
  void decides(String... answers) {
    var open = new Replies(answers);
    for (var instance : openInstances()) {
      open.give(api.ownItems(instance), (item, decision) -> api.decide(instance, item, decision));
    }
    open.areAllGiven();
  }

  /** The same, below the stage that is open. */
  void decidesInStage(String... answers) {
    var open = new Replies(answers);
    for (var instance : openInstances()) {
      for (var stage : api.ownStages(instance)) {
        if (stage.status().equals(IN_PROGRESS)) {
          open.give(api.ownItems(stage), (item, decision) -> api.decide(stage, item, decision));
        }
      }
    }
    open.areAllGiven();
  }

  /** Everything at once, in each instance. */
  void decidesAll(String decision) {
    for (var instance : openInstances()) {
      api.decideAll(instance, decision);
      assertThat(api.ownItems(instance)).extracting(Item::decision).containsOnly(decision);
    }
  }

  private List<Instance> openInstances() {
    assertThat(api.ownReviews()).containsExactly(review);
    return api.ownInstances(review).stream()
        .filter(instance -> instance.status().equals(IN_PROGRESS))
        .toList();
  }

  /** Decisions that are still to be made, by whose access they are about. */
  private static final class Replies {
    private final Map<String, String> left;

    Replies(String... answers) {
      left =
          new HashMap<>(
              Arrays.stream(answers)
                  .map(answer -> answer.split(": ", -1))
                  .collect(Collectors.toMap(words -> words[0], words -> words[1])));
    }

    void give(List<Item> items, BiConsumer<Item, String> decide) {
      for (var item : items) {
        var decision = left.remove(item.access());
        assertThat(decision).as(item.access()).isNotNull();
        if (decision != null && !decision.equals("nothing")) {
          decide.accept(item, decision);
        }
      }
    }

    void areAllGiven() {
      assertThat(left).isEmpty();
    }
  }
}
