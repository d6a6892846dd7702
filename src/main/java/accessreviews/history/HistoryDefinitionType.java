package accessreviews.history;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;
import static accessreviews.odata.reads.Property.shown;
import static accessreviews.odata.reads.Property.shownByBeta;

import accessreviews.identity.Access;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ServedCollection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The type of definitions of reports for the read engine. */
final class HistoryDefinitionType {
  private static final Column<AccessReviewHistoryDefinition> CREATED =
      Column.instant("e.createdDateTime", AccessReviewHistoryDefinition::createdDateTime);

  /** Graph's {@code accessReviewHistoryDefinition}. */
  static final EntityType<AccessReviewHistoryDefinition> TYPE =
      new EntityType<>(
          "accessReviewHistoryDefinition",
          AccessReviewHistoryDefinition.class,
          AccessReviewHistoryDefinition::id,
          HistoryDefinitionView::item,
          List.of(
              filtered("id", Column.guid("e.id", AccessReviewHistoryDefinition::id), Operator.EQ),
              filtered(
                      "displayName",
                      Column.text("e.displayName", AccessReviewHistoryDefinition::displayName),
                      Operator.EQ)
                  .orOrdered()
                  .orPrefixed(),
              ordered("createdDateTime", CREATED),
              filtered(
                      "status",
                      Column.name(
                          "e.status", HistoryStatus.class, AccessReviewHistoryDefinition::status),
                      Operator.EQ,
                      Operator.NE)
                  .orListed()
                  .orOrdered(),
              shown("reviewHistoryPeriodStartDateTime"),
              shown("reviewHistoryPeriodEndDateTime"),
              shown("decisions"),
              shown("createdBy"),
              shown("scopes"),
              shown("scheduleSettings"),
              shownByBeta("downloadUri"),
              shownByBeta("fulfilledDateTime")),
          Map.of(),
          CREATED);

  private HistoryDefinitionType() {}

  /** Those that {@code access} lists at {@code now}. */
  static ServedCollection<AccessReviewHistoryDefinition> listed(Access access, Instant now) {
    return all(now).where(listed(access, EntityType.ROW));
  }

  /** All that are still found at {@code now}. */
  static ServedCollection<AccessReviewHistoryDefinition> all(Instant now) {
    return new ServedCollection<>(
        TYPE,
        HistoryDefinitionView.SET,
        HistoryDefinitionView::entity,
        current(EntityType.ROW, now));
  }

  /** Rows that are still found at {@code now}; {@code path} leads to their definition. */
  static Condition current(String path, Instant now) {
    return Condition.of(path + "visibleUntil > :now", "now", now);
  }

  /** Rows whose definition, to which {@code path} leads, {@code access} lists (C41). */
  static Condition listed(Access access, String path) {
    return access.isByRole()
        ? Condition.ALWAYS
        : Condition.of(path + "createdById = :caller", "caller", access.caller());
  }
}
