package accessreviews.history;

import accessreviews.history.files.SignedLink;
import accessreviews.odata.EdmDateTime;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One report, Graph's {@code accessReviewHistoryInstance}: its period, its status and its file. */
@Entity
@DynamicUpdate
@Table(name = "access_review_history_instance")
public class AccessReviewHistoryInstance extends PanacheEntityBase {
  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "definition_id")
  private AccessReviewHistoryDefinition definition;

  /** The id of the definition, which can be read without the definition. */
  @Column(name = "definition_id", insertable = false, updatable = false)
  private UUID definitionId;

  private Instant periodStart;
  private Instant periodEnd;

  @Enumerated(EnumType.STRING)
  private HistoryStatus status;

  private Instant runDateTime;
  private @Nullable Instant fulfilledDateTime;
  private @Nullable Instant expirationDateTime;
  private @Nullable String linkExpires;
  private @Nullable String linkSignature;

  @SuppressWarnings("UnusedVariable") // by the database
  private @Nullable Instant nextTransitionAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReviewHistoryInstance() {}

  /** A report about the time from {@code start} to {@code end}, to be made at {@code at}. */
  AccessReviewHistoryInstance(
      UUID id, AccessReviewHistoryDefinition definition, Instant start, Instant end, Instant at) {
    this.id = id;
    this.definition = definition;
    this.definitionId = definition.id();
    this.periodStart = start;
    this.periodEnd = end;
    this.status = HistoryStatus.requested;
    this.runDateTime = at;
    this.nextTransitionAt = at;
  }

  /** The report is being made from now on. */
  void begin() {
    status = HistoryStatus.inprogress;
    definition.follow(status);
  }

  /** The file is there, for 30 days. */
  void fulfilled(Instant now) {
    status = HistoryStatus.done;
    fulfilledDateTime = now;
    expirationDateTime = EdmDateTime.later(now, HistoryReport.KEPT);
    nextTransitionAt = expirationDateTime;
    definition.fulfilled(now);
  }

  /** The report cannot be made. */
  void fail(Instant now) {
    status = HistoryStatus.error;
    nextTransitionAt = EdmDateTime.later(now, HistoryReport.KEPT);
    definition.follow(status);
  }

  /** Refuses a report that has no file yet. */
  void requireDone() {
    if (status != HistoryStatus.done) {
      throw new Refused(
          Refusal.HISTORY_NOT_DONE,
          null,
          "The report is %s; it can be downloaded once its status is done.".formatted(status));
    }
  }

  void link(SignedLink link) {
    linkExpires = link.expires();
    linkSignature = link.signature();
  }

  /** The link that was made last, if there is one. */
  Optional<SignedLink> link() {
    return linkExpires == null || linkSignature == null
        ? Optional.empty()
        : Optional.of(new SignedLink(id, linkExpires, linkSignature));
  }

  AccessReviewHistoryDefinition definition() {
    return definition;
  }

  UUID id() {
    return id;
  }

  UUID definitionId() {
    return definitionId;
  }

  Instant periodStart() {
    return periodStart;
  }

  Instant periodEnd() {
    return periodEnd;
  }

  HistoryStatus status() {
    return status;
  }

  Instant runDateTime() {
    return runDateTime;
  }

  @Nullable Instant fulfilledDateTime() {
    return fulfilledDateTime;
  }

  @Nullable Instant expirationDateTime() {
    return expirationDateTime;
  }
}
