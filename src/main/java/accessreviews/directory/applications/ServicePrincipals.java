package accessreviews.directory.applications;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.EntityType;
import java.util.List;
import java.util.Map;

/** What callers can ask of service principals, and of the assignments of their roles. */
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

  private ServicePrincipals() {}
}
