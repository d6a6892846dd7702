package accessreviews.directory.groups;

import static accessreviews.odata.reads.Property.anyOf;
import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ServedCollection;
import java.util.List;
import java.util.Map;

/** The type of groups for the read engine. */
final class Groups {
  private static final Column<DirectoryGroup> NAME =
      Column.text("e.displayName", DirectoryGroup::displayName);

  static final EntityType<DirectoryGroup> TYPE =
      new EntityType<>(
          "group",
          DirectoryGroup.class,
          DirectoryGroup::id,
          GroupView::item,
          List.of(
              filtered("id", Column.guid("e.id", DirectoryGroup::id), Operator.EQ, Operator.NE)
                  .orListed(),
              filtered("displayName", NAME, Operator.EQ).orOrdered(),
              anyOf("groupTypes", "e.groupTypes"),
              anyOf("resourceProvisioningOptions", "e.resourceProvisioningOptions"),
              shown("description"),
              shown("mail"),
              shown("mailEnabled"),
              shown("mailNickname"),
              shown("securityEnabled"),
              shown("isAssignableToRole"),
              shown("onPremisesSyncEnabled"),
              shown("createdDateTime")),
          Map.of(),
          NAME);

  /** All groups. */
  static final ServedCollection<DirectoryGroup> ALL =
      new ServedCollection<>(TYPE, GroupView.SET, GroupView::entity, Condition.ALWAYS);

  private Groups() {}
}
