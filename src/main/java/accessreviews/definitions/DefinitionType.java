package accessreviews.definitions;

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
import java.util.List;
import java.util.Map;

/** The type of series for the read engine. */
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
                  .orOrdered()
                  .orPrefixed(),
              ordered("createdDateTime", CREATED),
              ordered(
                  "lastModifiedDateTime",
                  Column.instant(
                      "e.lastModifiedDateTime",
                      AccessReviewScheduleDefinition::lastModifiedDateTime)),
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

  /** The series that {@code access} reaches. */
  public static ServedCollection<AccessReviewScheduleDefinition> within(Access access) {
    return new ServedCollection<>(
        TYPE, DefinitionView.SET, DefinitionView::entity, reached(access, EntityType.ROW));
  }

  /** Refuses the list to callers who reach no series by {@code access}. */
  public static void requireAny(Access access) {
    if (!access.isByRole()) {
      var visible = reached(access, "");
      if (AccessReviewScheduleDefinition.count(visible.hql(), visible.parameters()) == 0) {
        throw access.unreachable(DefinitionView.SET);
      }
    }
  }

  /** Rows whose series, to which {@code path} leads from them, {@code access} reaches. */
  public static Condition reached(Access access, String path) {
    return access
        .notAsReviewer(path)
        .or(access.reviewed((reviewing, user) -> reviewing.definitions(path, user)));
  }
}
