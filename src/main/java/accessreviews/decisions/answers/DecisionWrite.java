package accessreviews.decisions.answers;

import static java.util.stream.Collectors.toUnmodifiableMap;

import accessreviews.decisions.items.Decision;
import accessreviews.identity.UserIdentity;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * A decision on any number of items, written in one statement: the items, the decisions of their
 * stage and the evidence log change together. Conditions are SQL about an item {@code d} of an
 * instance {@code i}.
 *
 * @param decision null for the recommendation of each item
 * @param caller the reviewer of the items; null if nobody decides as their reviewer
 * @param actingAs the role in the evidence log; null for the caller's role as the reviewer of each
 *     item
 */
public record DecisionWrite(
    Call call,
    @Nullable Decision decision,
    String items,
    Map<String, Object> parameters,
    @Nullable UUID caller,
    @Nullable String actingAs) {
  /** Items that can be answered now. */
  static final String OPEN =
      """
      i.status = 'InProgress' and (d.stage = '' or exists (
        select from access_review_stage s where s.instance_id = d.instance_id
          and s.stage_id = d.stage and s.status = 'InProgress'))""";

  /** Reviewed by {@code :caller}. Evaluated for each item, so only for few items. */
  private static final String ASSIGNED =
      """
      exists (
        select from access_review_assigned(d.instance_id, d.stage, d.route, d.reviewer_id) assigned
        where assigned.user_id = :caller)""";

  private static final String RECOMMENDED = "d.recommendation <> 'NoInfoAvailable'";
  private static final Sql RECORD = Sql.file("decisions/answers/record-decisions");

  /** The kind of call, as the evidence log names it. */
  public enum Call {
    /** One item was answered. */
    single,
    /** Many items were answered at once. */
    batch,
    /** The recommendations were accepted. */
    recommendation,
    /** An administrator reset the answers. */
    reset,
    /** The settings decided an item that was unanswered at the end. */
    defaultDecision
  }

  public DecisionWrite {
    parameters = Map.copyOf(parameters);
  }

  /** Writes the same {@code decision} on all items. */
  public static DecisionWrite of(Call call, Decision decision, String items) {
    return new DecisionWrite(call, decision, items, Map.of(), null, "administrator");
  }

  /** Writes the recommendation of each item as its decision. */
  public static DecisionWrite asRecommended(Call call, String items) {
    return new DecisionWrite(
        call, null, items + " and " + RECOMMENDED, Map.of(), null, "administrator");
  }

  /** Only on items that also fulfil {@code condition}. */
  DecisionWrite only(String condition) {
    return new DecisionWrite(
        call, decision, items + " and " + condition, parameters, caller, actingAs);
  }

  /** Only on items that {@code caller} reviews, as their reviewer. */
  DecisionWrite asReviewer(UUID reviewer) {
    return asReviewer(reviewer, ASSIGNED);
  }

  /** Only on the items that the SQL {@code reviewed} selects, as their reviewer. */
  DecisionWrite asReviewer(UUID reviewer, String reviewed) {
    return new DecisionWrite(
        call, decision, items + " and " + reviewed, parameters, reviewer, null);
  }

  /** As the service itself. */
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

  /** Writes the decision; returns how many items got which one. */
  public Map<Decision, Long> write(
      Session database, UserIdentity actor, String justification, Instant now) {
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
        .query(database, Tuple.class)
        .addScalar("decision", String.class)
        .addScalar("items", Long.class)
        .getResultList()
        .stream()
        .collect(
            toUnmodifiableMap(
                row -> Decision.valueOf(row.get("decision", String.class)),
                row -> row.get("items", Long.class)));
  }
}
