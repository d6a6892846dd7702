package accessreviews.definitions;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;
import static accessreviews.odata.reads.Property.shown;
import static accessreviews.odata.reads.Property.shownByBeta;

import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import java.util.List;
import java.util.Map;

/** What callers can ask of series. */
public final class DefinitionType {
  private static final Column<AccessReviewScheduleDefinition> CREATED =
      Column.instant("e.createdDateTime", AccessReviewScheduleDefinition::createdDateTime);

  /** Graph's {@code accessReviewScheduleDefinition}. */
  public static final EntityType<AccessReviewScheduleDefinition> TYPE =
      new EntityType<>(
          "accessReviewScheduleDefinition",
          AccessReviewScheduleDefinition.class,
          AccessReviewScheduleDefinition::id,
          DefinitionView::item,
          List.of(
              filtered("id", Column.guid("e.id", AccessReviewScheduleDefinition::id), Operator.EQ),
              filtered(
                      "displayName",
                      Column.text("e.displayName", AccessReviewScheduleDefinition::displayName),
                      Operator.EQ)
                  .orOrdered(),
              ordered("createdDateTime", CREATED),
              shown("lastModifiedDateTime"),
              filtered(
                      "status",
                      Column.name(
                          "e.status", ReviewStatus.class, AccessReviewScheduleDefinition::status),
                      Operator.EQ,
                      Operator.NE)
                  .orListed()
                  .orOrdered(),
              shown("descriptionForAdmins"),
              shown("descriptionForReviewers"),
              shown("createdBy"),
              shown("scope"),
              shown("instanceEnumerationScope"),
              shown("reviewers"),
              shown("fallbackReviewers"),
              shownByBeta("backupReviewers"),
              shown("settings"),
              shown("stageSettings"),
              shown("additionalNotificationRecipients")),
          Map.of(
              "scope/query",
              "e.scopeQuery",
              "scope/microsoft.graph.accessReviewQueryScope/query",
              "e.scopeQuery"),
          CREATED);

  private DefinitionType() {}

  /** The series as the answer to a read of it. */
  public static Object entity(
      AccessReviewScheduleDefinition definition, Reads reads, ODataRequest request) {
    return reads.entity(
        TYPE,
        definition,
        DefinitionView.SET,
        found -> DefinitionView.entity(found, request.root()),
        request);
  }
}
