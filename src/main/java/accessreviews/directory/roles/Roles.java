package accessreviews.directory.roles;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ServedCollection;
import java.util.List;
import java.util.Map;

/** The types of roles and their holders for the read engine. */
final class Roles {
  private static final Column<RoleDefinition> NAME =
      Column.text("e.displayName", RoleDefinition::displayName);

  static final EntityType<RoleDefinition> DEFINITIONS =
      new EntityType<>(
          "unifiedRoleDefinition",
          RoleDefinition.class,
          RoleDefinition::id,
          RoleViews::item,
          List.of(
              filtered("id", Column.guid("e.id", RoleDefinition::id), Operator.EQ).orListed(),
              filtered("displayName", NAME, Operator.EQ).orOrdered(),
              shown("description"),
              shown("isBuiltIn"),
              shown("isEnabled"),
              filtered("templateId", Column.guid("e.id", RoleDefinition::id), Operator.EQ)),
          Map.of(),
          NAME);

  static final EntityType<RoleAssignment> ASSIGNMENTS =
      new EntityType<>(
          "unifiedRoleAssignment",
          RoleAssignment.class,
          RoleAssignment::id,
          RoleViews::item,
          List.of(
              filtered("id", Column.guid("e.id", RoleAssignment::id), Operator.EQ),
              filtered(
                  "principalId",
                  Column.guid("e.principalId", RoleAssignment::principalId),
                  Operator.EQ),
              filtered(
                  "roleDefinitionId",
                  Column.guid("e.roleDefinitionId", RoleAssignment::roleDefinitionId),
                  Operator.EQ),
              shown("directoryScopeId"),
              shown("assignmentType")),
          Map.of(),
          Column.guid("e.id", RoleAssignment::id));

  static final EntityType<RoleEligibility> ELIGIBILITIES =
      new EntityType<>(
          "unifiedRoleEligibilitySchedule",
          RoleEligibility.class,
          RoleEligibility::id,
          RoleViews::item,
          List.of(
              filtered("id", Column.guid("e.id", RoleEligibility::id), Operator.EQ),
              filtered(
                  "principalId",
                  Column.guid("e.principalId", RoleEligibility::principalId),
                  Operator.EQ),
              filtered(
                  "roleDefinitionId",
                  Column.guid("e.roleDefinitionId", RoleEligibility::roleDefinitionId),
                  Operator.EQ),
              shown("directoryScopeId"),
              shown("memberType"),
              shown("status"),
              shown("createdDateTime")),
          Map.of(),
          Column.guid("e.id", RoleEligibility::id));

  /** All roles. */
  static final ServedCollection<RoleDefinition> ALL_DEFINITIONS =
      new ServedCollection<>(
          DEFINITIONS, RoleViews.DEFINITIONS, RoleViews::entity, Condition.ALWAYS);

  /** All that is assigned. */
  static final ServedCollection<RoleAssignment> ALL_ASSIGNMENTS =
      new ServedCollection<>(
          ASSIGNMENTS, RoleViews.ASSIGNMENTS, RoleViews::entity, Condition.ALWAYS);

  /** All that may be activated. */
  static final ServedCollection<RoleEligibility> ALL_ELIGIBILITIES =
      new ServedCollection<>(
          ELIGIBILITIES, RoleViews.ELIGIBILITIES, RoleViews::entity, Condition.ALWAYS);

  private Roles() {}
}
