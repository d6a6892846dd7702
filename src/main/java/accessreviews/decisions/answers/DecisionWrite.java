package accessreviews.decisions.answers;

import accessreviews.decisions.items.Decision;
import accessreviews.identity.UserIdentity;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * A decision on items, on however many, in one statement: the items, the decisions of their stage
 * and the decision log change together. Conditions are SQL about an item {@code d} of an instance
 * {@code i}.
 *
 * @param decision null for what is recommended for each item
 * @param caller the reviewer of the items; null where nobody decides as their reviewer
 * @param actingAs as what the log says that it was decided; null for what the caller reviews it as
 */
public record DecisionWrite(
    Call call,
    @Nullable Decision decision,
    String items,
    Map<String, Object> parameters,
    @Nullable UUID caller,
    @Nullable String actingAs) {
  /** Open for answers now. */
  static final String OPEN =
      """
      i.status = 'InProgress' and (d.stage = '' or exists (
        select from access_review_stage s where s.instance_id = d.instance_id
          and s.stage_id = d.stage and s.status = 'InProgress'))""";

  /** Reviewed by {@code :caller}; asked of each item, so for few. */
  private static final String ASSIGNED =
      """
      exists (
        select from access_review_assigned(d.instance_id, d.stage, d.route, d.reviewer_id) assigned
        where assigned.user_id = :caller)""";

  private static final String RECOMMENDED = "d.recommendation <> 'NoInfoAvailable'";
  private static final Sql RECORD = Sql.file("decisions/answers/record-decisions");

  /** What the log says of how a decision came about. */
  public enum Call {
    /** One item was answered. */
    single,
    /** Many were answered at once. */
    batch,
    /** The recommendations were accepted. */
    recommendation,
    /** An administrator took answers back. */
    reset,
    /** The settings decided, since nobody had answered by the end. */
    defaultDecision
  }

  public DecisionWrite {
    parameters = Map.copyOf(parameters);
  }

  /** Decides {@code decision}, the same for all. */
  public static DecisionWrite of(Call call, Decision decision, String items) {
    return new DecisionWrite(call, decision, items, Map.of(), null, "administrator");
  }

  /** Decides what is recommended for each, where something is. */
  public static DecisionWrite asRecommended(Call call, String items) {
    return new DecisionWrite(
        call, null, items + " and " + RECOMMENDED, Map.of(), null, "administrator");
  }

  /** Only on items of which {@code condition} is true, too. */
  DecisionWrite only(String condition) {
    return new DecisionWrite(
        call, decision, items + " and " + condition, parameters, caller, actingAs);
  }

  /** Only on items that {@code reviewer} reviews, and as their reviewer. */
  DecisionWrite asReviewer(UUID reviewer) {
    return asReviewer(reviewer, ASSIGNED);
  }

  /** The same, where {@code reviewed} says in SQL which items these are. */
  DecisionWrite asReviewer(UUID reviewer, String reviewed) {
    return new DecisionWrite(
        call, decision, items + " and " + reviewed, parameters, reviewer, null);
  }

  /** For the service itself. */
  public DecisionWrite asService() {
    return new DecisionWrite(call, decision, items, parameters, caller, "service");
  }

  /** With the value of a parameter of its conditions. */
  public DecisionWrite with(String parameter, Object value) {
    return with(Map.of(parameter, value));
  }

  /** With the values of parameters of its conditions. */
  public DecisionWrite with(Map<String, Object> values) {
    var all = new HashMap<>(parameters);
    all.putAll(values);
    return new DecisionWrite(call, decision, items, all, caller, actingAs);
  }

  /** Writes it; answers on how many items. */
  public int write(Session database, UserIdentity actor, String justification, Instant now) {
    return BulkStatement.of(RECORD.filled(items))
        .with(parameters)
        .text("decision", decision == null ? null : decision.name())
        .id("caller", caller)
        .text("acting_as", actingAs)
        .with("call", call.name())
        .with("actor", actor.id())
        .text("actor_name", actor.displayName())
        .text("actor_user", actor.userPrincipalName())
        .with("justification", justification)
        .at("now", now)
        .execute(database);
  }
}
