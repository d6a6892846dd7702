package accessreviews.evidence.entries;

import accessreviews.definitions.ReviewStatus;
import accessreviews.evidence.log.EntryType;
import accessreviews.evidence.log.EvidenceLog;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Enters the statement of a named person that the access which remains after an instance is
 * appropriate. The instance does not change; others may make statements of their own.
 */
@ApplicationScoped
class AcknowledgeInstance {
  private final UpdateTransaction transaction;
  private final EvidenceLog log;
  private final Caller caller;
  private final InstantSource clock;

  AcknowledgeInstance(
      UpdateTransaction transaction, EvidenceLog log, Caller caller, InstantSource clock) {
    this.transaction = transaction;
    this.log = log;
    this.caller = caller;
    this.clock = clock;
  }

  /** The body of {@code acknowledge}; refuses to be without a statement. */
  @RegisterForReflection
  record Request(@Nullable String statement) {
    String requiredStatement() {
      if (statement == null || statement.isBlank()) {
        throw Refused.missing("statement", "that the remaining access is appropriate, in words");
      }
      return statement;
    }
  }

  void acknowledge(Access access, InstanceKey key, JsonBody body) {
    transaction.run(
        key.definition(),
        lock -> {
          var instance = AccessReviewInstance.required(key, access, lock); // 404
          requireEnded(instance); // 409
          var statement = body.as(Request.class).requiredStatement(); // 400
          log.append(
              EntryType.INSTANCE_ACKNOWLEDGED,
              clock.instant(),
              caller.identity(),
              key.definition(),
              key.instance(),
              Map.of("statement", statement));
          return key;
        });
  }

  private static void requireEnded(AccessReviewInstance instance) {
    if (instance.status().compareTo(ReviewStatus.Completed) < 0) {
      throw new Refused(
          Refusal.INSTANCE_NOT_COMPLETED,
          "status",
          "The instance %s is %s; its result can be acknowledged once it has ended."
              .formatted(instance.id(), instance.status()));
    }
  }
}
