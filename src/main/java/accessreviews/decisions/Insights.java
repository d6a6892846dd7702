package accessreviews.decisions;

import accessreviews.decisions.items.DecisionState;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Answers reads of the insights of one item. */
@ApplicationScoped
class Insights {
  private final Reads reads;

  Insights(Reads reads) {
    this.reads = reads;
  }

  /** All of them. */
  Listing list(DecisionState decided, String decisions, ODataRequest request) {
    return reads.members(Insight.TYPE, set(decided, decisions), Insight.of(decided), request);
  }

  /** The one with {@code id}. */
  Object one(DecisionState decided, UUID id, String decisions, ODataRequest request) {
    var set = set(decided, decisions);
    var found =
        Insight.of(decided).stream()
            .filter(insight -> insight.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Guid.unknown(id));
    return reads.entity(
        Insight.TYPE,
        found,
        set,
        insight -> insight.in(request.root().context(set + "/$entity")),
        request);
  }

  private static String set(DecisionState decided, String decisions) {
    return "%s('%s')/insights".formatted(decisions, decided.id());
  }
}
