package accessreviews.life.rounds;

import accessreviews.decisions.answers.DecisionWrite;
import accessreviews.decisions.answers.DecisionWrite.Call;
import accessreviews.decisions.items.Decision;
import accessreviews.decisions.items.Recommendation;
import accessreviews.definitions.settings.DefaultDecision;
import accessreviews.identity.UserIdentity;
import accessreviews.instances.Instances;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.hibernate.Session;

/** Decides unanswered items at the end as the settings say (types.md, section 4). */
@ApplicationScoped
public class DefaultDecisions {
  /** The identity in the evidence log for default decisions. */
  private static final UserIdentity DECIDER =
      new UserIdentity(new UUID(0, 0).toString(), "AAD Access Reviews", "AAD Access Reviews");

  private static final String ITEMS = Instances.CONDITION + " and d.decision = 'NotReviewed'";

  private final Session database;
  private final InstantSource clock;

  DefaultDecisions(Session database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Decides the items of {@code instances} that have no decision, which their settings ask for. */
  public void decide(Instances instances) {
    decision(instances.any().settings().defaultDecision())
        .asService()
        .with(instances.parameters())
        .write(database, DECIDER, "", clock.instant());
  }

  private static DecisionWrite decision(DefaultDecision wanted) {
    return switch (wanted) {
      case Approve -> DecisionWrite.of(Call.defaultDecision, Decision.Approve, ITEMS);
      case Deny -> DecisionWrite.of(Call.defaultDecision, Decision.Deny, ITEMS);
      case Recommendation -> DecisionWrite.asRecommended(Call.defaultDecision, ITEMS);
      case None -> throw new IllegalStateException("nothing is decided by default");
    };
  }
}
