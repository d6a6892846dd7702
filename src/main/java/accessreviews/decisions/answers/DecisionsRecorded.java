package accessreviews.decisions.answers;

import accessreviews.decisions.answers.DecisionWrite.Call;
import accessreviews.decisions.items.Decision;
import java.util.Map;
import java.util.UUID;

/**
 * A caller has answered items of an instance, in this transaction: one event for each call and
 * instance.
 *
 * @param items how many items got which decision
 */
public record DecisionsRecorded(UUID instance, Call call, Map<Decision, Long> items) {
  public DecisionsRecorded {
    items = Map.copyOf(items);
  }
}
