package accessreviews.directory.applications;

import accessreviews.directory.objects.SignInActivity;
import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assignment of an application's role on the wire.
 *
 * @param context null inside of a list, whose own context says it
 * @param principalType as Graph writes it here: {@code User}, {@code Group}, {@code
 *     ServicePrincipal}
 * @param signInActivity when the principal used the application last; ours, Graph has it elsewhere
 */
@RegisterForReflection
record AppRoleAssignmentView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    UUID id,
    UUID principalId,
    String principalType,
    @Nullable String principalDisplayName,
    UUID resourceId,
    @Nullable String resourceDisplayName,
    UUID appRoleId,
    Instant createdDateTime,
    @Nullable SignInActivity signInActivity) {

  /** The path of the assignments of an application, as {@code @odata.context} names it. */
  static String set(UUID resource) {
    return "servicePrincipals('" + resource + "')/appRoleAssignedTo";
  }

  /** The assignment as one of a list. */
  static AppRoleAssignmentView item(AppRoleAssignment assignment, ServiceRoot root) {
    return of(assignment, null);
  }

  /** The assignment as the answer to a read of itself. */
  static AppRoleAssignmentView entity(AppRoleAssignment assignment, ServiceRoot root) {
    return of(assignment, root.context(set(assignment.resourceId()) + "/$entity"));
  }

  private static AppRoleAssignmentView of(AppRoleAssignment assignment, @Nullable String context) {
    var type = assignment.principalType().name();
    return new AppRoleAssignmentView(
        context,
        assignment.id(),
        assignment.principalId(),
        Character.toUpperCase(type.charAt(0)) + type.substring(1),
        assignment.principalDisplayName(),
        assignment.resourceId(),
        assignment.resourceDisplayName(),
        assignment.appRoleId(),
        assignment.createdDateTime(),
        SignInActivity.of(assignment.lastSignInDateTime()));
  }
}
