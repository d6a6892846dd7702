package accessreviews.model;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The model of one decision item. */
final class Item {
  final String user;

  /** The manager at the start. */
  private final @Nullable String manager;

  private final String recommendation;
  private final Map<Integer, String> decidedInStage = new TreeMap<>();
  private String reviewers = "nobody";
  private boolean onFallback;
  private @Nullable String own;
  private String decision = "NotReviewed";
  private String applied = "New";
  private int round;

  Item(String user, @Nullable String manager, String recommendation) {
    this.user = user;
    this.manager = manager;
    this.recommendation = recommendation;
  }

  /** It goes to the reviewers of {@code lists}. */
  void route(Lists lists) {
    own =
        lists.reviewing().who() == Reviewing.Who.SELF
            ? user
            : lists.reviewing().hasManager() ? manager(lists) : null;
    var all = new TreeSet<String>(lists.primary());
    if (own != null) {
      all.add(own);
    }
    onFallback = all.isEmpty() && !lists.fallback().isEmpty();
    if (onFallback) {
      all.addAll(lists.fallback());
    }
    reviewers = all.isEmpty() ? "nobody" : String.join(", ", all);
  }

  /** The manager; who is their own one does not count where there are others. */
  private @Nullable String manager(Lists lists) {
    var others = !lists.primary().isEmpty() || !lists.fallback().isEmpty();
    return others && user.equals(manager) ? null : manager;
  }

  void begin(int stage, Lists lists) {
    round = stage;
    decidedInStage.put(stage, "NotReviewed");
    route(lists);
  }

  void decide(String wanted) {
    decision = wanted;
    decidedInStage.put(round, wanted);
  }

  void decideByDefault(String wanted) {
    if (decision.equals("NotReviewed") && !wanted.equals("None")) {
      var taken = wanted.equals("Recommendation") ? recommendation : wanted;
      if (!taken.equals("NoInfoAvailable")) {
        decide(taken);
      }
    }
  }

  /** Whether it was denied; then it has a result from now on. */
  boolean apply() {
    var denied = decision.equals("Deny");
    applied = denied ? "Denied" : applied;
    return denied;
  }

  boolean isIn(int stage) {
    return round == stage;
  }

  boolean isOnFallback() {
    return onFallback;
  }

  @Nullable String own() {
    return own;
  }

  /** Whether it goes on when its stage ends. */
  boolean goesOn(Plan plan) {
    return plan.moves(decidedInStage.getOrDefault(round, ""), recommendation);
  }

  /** {@code ada in 1 Deny (1 Deny, 2 NotReviewed) advised Approve by boss, New}. */
  String line(boolean staged) {
    return "item %s in %d %s%s advised %s by %s, %s"
        .formatted(
            user,
            staged ? round + 1 : 0,
            decision,
            staged ? " " + stages() : "",
            recommendation,
            reviewers,
            applied);
  }

  private String stages() {
    var text = new TreeMap<Integer, String>();
    decidedInStage.forEach((stage, decided) -> text.put(stage + 1, decided));
    return text.toString();
  }
}
