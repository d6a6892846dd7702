package accessreviews.decisions.answers;

import accessreviews.decisions.items.Decision;
import accessreviews.identity.UserIdentity;
import accessreviews.platform.persistence.BulkStatement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * A decision on items, on however many, in one statement: the items, the decisions of their stage
 * and the decision log change together. Conditions are SQL about an item {@code d} of an instance
 * {@code i}.
 */
public final class Recording {
  /** Open for answers now. */
  static final String OPEN =
      """
      i.status = 'InProgress' and (d.stage = '' or exists (
        select from access_review_stage s where s.instance_id = d.instance_id
          and s.stage_id = d.stage and s.status = 'InProgress'))""";

  private static final String REVIEWED =
      """
      (<row>.reviewer_id = :caller or exists (
        select from access_review_reviewer r where r.instance_id = <row>.instance_id
          and r.stage = <row>.stage and r.user_id = :caller and r.contacted
          and r.listed = <row>.route
        offset 0))""";

  /** Those that something is recommended for. */
  static final String RECOMMENDED = "d.recommendation <> 'NoInfoAvailable'";

  private static final String STATEMENT =
      """
      with target as (
        select d.id, d.instance_id, i.definition_id, d.stage, d.principal_id, d.resource_id,
          d.decision as before, <decision> as decision, <acting_as> as acting_as
        from access_review_decision_item d
          join access_review_instance i on i.id = d.instance_id
        where <items>
        order by d.id
        for update of d),
      actor as (
        select jsonb_build_object('id', cast(:actor as text),
          'displayName', cast(:actorName as text), 'userPrincipalName', cast(:actorUser as text)) as identity),
      decided as (
        update access_review_decision_item d
        set decision = t.decision, justification = :justification,
          reviewed_by = case when t.decision <> 'NotReviewed' then a.identity end,
          reviewed_date_time = case when t.decision <> 'NotReviewed' then cast(:now as timestamptz) end,
          version = d.version + 1
        from target t, actor a where d.id = t.id),
      decided_in_stage as (
        update access_review_stage_decision s
        set decision = t.decision, justification = :justification,
          reviewed_by = case when t.decision <> 'NotReviewed' then a.identity end,
          reviewed_date_time = case when t.decision <> 'NotReviewed' then cast(:now as timestamptz) end,
          version = s.version + 1
        from target t, actor a
        where s.instance_id = t.instance_id and s.stage = t.stage and s.item_id = t.id)
      insert into access_review_decision_log
        (definition_id, instance_id, stage, item_id, principal_id, resource_id, at, actor,
         acting_as, call, call_size, decision_before, decision, justification)
      select t.definition_id, t.instance_id, t.stage, t.id, t.principal_id, t.resource_id, :now,
        a.identity, t.acting_as, :call, count(*) over (), t.before, t.decision, :justification
      from target t, actor a""";

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

  private final Call call;
  private final String decision;
  private final Map<String, Object> parameters = new HashMap<>();
  private String items;
  private String actingAs = "'administrator'";

  private Recording(Call call, String decision, String items) {
    this.call = call;
    this.decision = decision;
    this.items = items;
  }

  /**
   * Whether {@code row}, an item or what a stage decided on it, is reviewed by {@code :caller};
   * looked up for the row, which {@code offset 0} sees to, and not by reading all that the caller
   * reviews anywhere.
   */
  static String reviewed(String row) {
    return REVIEWED.replace("<row>", row);
  }

  /** Decides {@code decision}, the same for all. */
  public static Recording of(Call call, Decision decision, String items) {
    return new Recording(call, "'" + decision + "'", items);
  }

  /** Decides what is recommended for each. */
  public static Recording asRecommended(Call call, String items) {
    return new Recording(call, "d.recommendation", items).only(RECOMMENDED);
  }

  /** Only on items of which {@code condition} is true, too. */
  Recording only(String condition) {
    items += " and " + condition;
    return this;
  }

  /** Only on items that {@code caller} reviews, and as their reviewer. */
  Recording asReviewer(UUID caller) {
    return asReviewer(caller, reviewed("d"));
  }

  /** The same, where {@code reviewed} says in SQL which items these are. */
  Recording asReviewer(UUID caller, String reviewed) {
    actingAs = "case when d.reviewer_id = :caller then 'individual' else d.route end";
    return only(reviewed).with("caller", caller);
  }

  /** For the service itself. */
  public Recording asService() {
    actingAs = "'service'";
    return this;
  }

  /** With the value of a parameter of its conditions. */
  public Recording with(String parameter, Object value) {
    parameters.put(parameter, value);
    return this;
  }

  /** With the values of parameters of its conditions. */
  public Recording with(Map<String, Object> values) {
    parameters.putAll(values);
    return this;
  }

  private String sql() {
    return STATEMENT
        .replace("<decision>", decision)
        .replace("<acting_as>", actingAs)
        .replace("<items>", items);
  }

  /** Writes it; answers on how many items. */
  public int write(Session database, UserIdentity actor, String justification, Instant now) {
    return BulkStatement.of(sql())
        .with(parameters)
        .with("call", call.name())
        .with("actor", actor.id())
        .text("actorName", actor.displayName())
        .text("actorUser", actor.userPrincipalName())
        .with("justification", justification)
        .at("now", now)
        .execute(database);
  }
}
