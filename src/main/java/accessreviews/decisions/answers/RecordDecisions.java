package accessreviews.decisions.answers;

import accessreviews.decisions.answers.DecisionWrite.Call;
import accessreviews.decisions.items.Decision;
import accessreviews.decisions.reviewers.ReviewerList;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Answers many items of an instance or stage at once, in one statement. Reviewers answer the items
 * that they review, applications answer all.
 */
@ApplicationScoped
public class RecordDecisions {
  /** Stands for the series of answers in all instances at once. */
  private static final UUID EVERYWHERE = new UUID(0, 0);

  /** The SQL condition for items in the versions that were read. */
  private static final String UNCHANGED =
      " and (d.id, d.version) in (select * from unnest(cast(:read as uuid[]), cast(:versions as bigint[])))";

  private final UpdateTransaction transaction;
  private final Caller caller;
  private final Session database;
  private final Event<DecisionsRecorded> recorded;
  private final InstantSource clock;

  RecordDecisions(
      UpdateTransaction transaction,
      Caller caller,
      Session database,
      Event<DecisionsRecorded> recorded,
      InstantSource clock) {
    this.transaction = transaction;
    this.caller = caller;
    this.database = database;
    this.recorded = recorded;
    this.clock = clock;
  }

  /** Records the decision of {@code body} on all items that it names. */
  void record(Access access, InstanceKey key, @Nullable UUID stage, JsonBody body) {
    record(access, key, stage, body, DecisionRequest::required);
  }

  /**
   * Records the decision of {@code body}, which cannot be a reset to {@code NotReviewed}
   * (operations.md, 27).
   */
  void answer(Access access, InstanceKey key, @Nullable UUID stage, JsonBody body) {
    record(access, key, stage, body, DecisionRequest::requiredAnswer);
  }

  /** Records the decision of {@code body} in all open instances, one after the other. */
  public void answerEverywhere(Access access, JsonBody body) {
    var request = body.as(DecisionRequest.class); // 400
    var decision = request.requiredAnswer();
    transaction.bulk(
        EVERYWHERE,
        lock -> {
          for (var open : OpenRound.everywhere(database, access)) {
            var all = request.narrowed(DecisionWrite.of(Call.batch, decision, open.items()));
            if (write(access, open, new JustifiedWrite(all, request.justification(false))) > 0) {
              request.justification(open.justificationRequired()); // of those that it answers
            }
          }
          return decision;
        });
  }

  private void record(
      Access access,
      InstanceKey key,
      @Nullable UUID stage,
      JsonBody body,
      Function<DecisionRequest, Decision> deciding) {
    write(
        access,
        key,
        stage,
        open -> {
          var request = body.as(DecisionRequest.class); // 400
          var decision = deciding.apply(request);
          return new JustifiedWrite(
              request.narrowed(DecisionWrite.of(Call.batch, decision, open.items())),
              request.justification(open.justificationRequired()));
        });
  }

  /**
   * Records {@code decision} on those items of {@code versions} that nobody changed since the
   * caller read them; returns how many these are. The others keep their newer answer.
   *
   * @param versions the items, with their versions as the caller read them
   */
  public long answerUnchanged(
      Access access,
      InstanceKey key,
      Map<UUID, Long> versions,
      Decision decision,
      String justification) {
    var request = new DecisionRequest(decision, justification, null, null);
    return write(
        access,
        key,
        null,
        open ->
            new JustifiedWrite(
                DecisionWrite.of(
                        versions.size() == 1 ? Call.single : Call.batch,
                        request.required(),
                        open.items() + UNCHANGED)
                    .with("read", versions.keySet().toArray(UUID[]::new))
                    .with("versions", versions.values().toArray(Long[]::new)),
                request.justification(open.justificationRequired())));
  }

  /**
   * Accepts the recommendations of unanswered items that the caller reviews; returns how many were
   * answered by it.
   */
  public long acceptRecommendations(
      Access access, InstanceKey key, @Nullable UUID stage, String justification) {
    return write(
        access,
        key,
        stage,
        open ->
            new JustifiedWrite(
                DecisionWrite.asRecommended(
                    Call.recommendation, open.items() + " and d.decision = 'NotReviewed'"),
                justification));
  }

  /** Resets all answers of an instance. */
  public void reset(Access access, InstanceKey key) {
    write(
        access,
        key,
        null,
        open ->
            new JustifiedWrite(
                DecisionWrite.of(
                    Call.reset,
                    Decision.NotReviewed,
                    OpenRound.OF_INSTANCE + " and d.decision <> 'NotReviewed'"),
                ""));
  }

  /** A decision with its justification. */
  private record JustifiedWrite(DecisionWrite write, String justification) {}

  private long write(
      Access access,
      InstanceKey key,
      @Nullable UUID stage,
      Function<OpenRound, JustifiedWrite> answering) {
    return transaction.bulk(
        key.definition(),
        lock -> {
          var open = OpenRound.of(database, key, stage, access); // 404, 409
          return write(access, open, answering.apply(open));
        });
  }

  /** Writes the decision; returns how many items it answers. */
  private long write(Access access, OpenRound open, JustifiedWrite answer) {
    var write = answer.write().with(open.parameters());
    if (!access.isByRole()) {
      var reviewed = ReviewerList.of(database, open.instance(), access.caller());
      write =
          write
              .asReviewer(access.caller(), ReviewerList.itemsOf(reviewed))
              .with(ReviewerList.parameters(reviewed));
    }
    var written = write.write(database, caller.identity(), answer.justification(), clock.instant());
    if (written.isEmpty()) {
      return 0;
    }
    recorded.fire(new DecisionsRecorded(open.instance(), write.call(), written));
    return written.values().stream().mapToLong(Long::longValue).sum();
  }
}
