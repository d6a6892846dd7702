package accessreviews.directory.applications;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ServedCollection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The types of service principals and app role assignments for the read engine. */
final class ServicePrincipals {
  private static final Column<ServicePrincipal> NAME =
      Column.text("e.displayName", ServicePrincipal::displayName);
  private static final Column<AppRoleAssignment> ASSIGNMENT =
      Column.guid("e.id", AppRoleAssignment::id);

  static final EntityType<ServicePrincipal> TYPE =
      new EntityType<>(
          "servicePrincipal",
          ServicePrincipal.class,
          ServicePrincipal::id,
          ServicePrincipalView::item,
          List.of(
              filtered("id", Column.guid("e.id", ServicePrincipal::id), Operator.EQ).orListed(),
              filtered("appId", Column.guid("e.appId", ServicePrincipal::appId), Operator.EQ)
                  .orListed(),
              filtered("displayName", NAME, Operator.EQ).orOrdered(),
              shown("appRoles"),
              shown("createdDateTime")),
          Map.of(),
          NAME);

  static final EntityType<AppRoleAssignment> ASSIGNMENTS =
      new EntityType<>(
          "appRoleAssignment",
          AppRoleAssignment.class,
          AppRoleAssignment::id,
          AppRoleAssignmentView::item,
          List.of(
              filtered("id", ASSIGNMENT, Operator.EQ),
              filtered(
                  "principalId",
                  Column.guid("e.principalId", AppRoleAssignment::principalId),
                  Operator.EQ),
              shown("principalType"),
              shown("principalDisplayName"),
              shown("resourceId"),
              shown("resourceDisplayName"),
              shown("appRoleId"),
              shown("createdDateTime"),
              shown("signInActivity")),
          Map.of(),
          ASSIGNMENT);

  /** All service principals. */
  static final ServedCollection<ServicePrincipal> ALL =
      new ServedCollection<>(
          TYPE, ServicePrincipalView.SET, ServicePrincipalView::entity, Condition.ALWAYS);

  /** Who may use the service principal {@code resource}. */
  static ServedCollection<AppRoleAssignment> assignedTo(UUID resource) {
    return new ServedCollection<>(
        ASSIGNMENTS,
        AppRoleAssignmentView.set(resource),
        AppRoleAssignmentView::entity,
        Condition.of("e.resourceId = :of", "of", resource));
  }

  private ServicePrincipals() {}
}
