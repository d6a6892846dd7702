package accessreviews.directory.roles;

import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roles and their holders on the wire; the context is null inside a list. */
final class RoleViews {
  private static final String CONTEXT = "@odata.context";
  private static final String ROOT = "roleManagement/directory/";
  static final String DEFINITIONS = ROOT + "roleDefinitions";
  static final String ASSIGNMENTS = ROOT + "roleAssignments";
  static final String ELIGIBILITIES = ROOT + "roleEligibilitySchedules";

  private RoleViews() {}

  /** A role; its template has the same id. */
  @RegisterForReflection
  record OfDefinition(
      @JsonProperty(CONTEXT) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String context,
      UUID id,
      String displayName,
      @Nullable String description,
      boolean isBuiltIn,
      boolean isEnabled,
      UUID templateId) {}

  /** An active role of a principal. */
  @RegisterForReflection
  record OfAssignment(
      @JsonProperty(CONTEXT) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String context,
      UUID id,
      UUID principalId,
      UUID roleDefinitionId,
      String directoryScopeId,
      RoleAssignment.AssignmentType assignmentType) {}

  /** An eligible role of a principal. */
  @RegisterForReflection
  record OfEligibility(
      @JsonProperty(CONTEXT) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String context,
      UUID id,
      UUID principalId,
      UUID roleDefinitionId,
      String directoryScopeId,
      String memberType,
      String status,
      Instant createdDateTime) {}

  static OfDefinition item(RoleDefinition role, ServiceRoot root) {
    return of(role, null);
  }

  static OfDefinition entity(RoleDefinition role, ServiceRoot root) {
    return of(role, root.context(DEFINITIONS + "/$entity"));
  }

  private static OfDefinition of(RoleDefinition role, @Nullable String context) {
    return new OfDefinition(
        context,
        role.id(),
        role.displayName(),
        role.description(),
        role.isBuiltIn(),
        true,
        role.id());
  }

  static OfAssignment item(RoleAssignment assignment, ServiceRoot root) {
    return of(assignment, null);
  }

  static OfAssignment entity(RoleAssignment assignment, ServiceRoot root) {
    return of(assignment, root.context(ASSIGNMENTS + "/$entity"));
  }

  private static OfAssignment of(RoleAssignment assignment, @Nullable String context) {
    return new OfAssignment(
        context,
        assignment.id(),
        assignment.principalId(),
        assignment.roleDefinitionId(),
        assignment.directoryScopeId(),
        assignment.assignmentType());
  }

  static OfEligibility item(RoleEligibility eligibility, ServiceRoot root) {
    return of(eligibility, null);
  }

  static OfEligibility entity(RoleEligibility eligibility, ServiceRoot root) {
    return of(eligibility, root.context(ELIGIBILITIES + "/$entity"));
  }

  private static OfEligibility of(RoleEligibility eligibility, @Nullable String context) {
    return new OfEligibility(
        context,
        eligibility.id(),
        eligibility.principalId(),
        eligibility.roleDefinitionId(),
        eligibility.directoryScopeId(),
        "Direct",
        "Provisioned",
        eligibility.createdDateTime());
  }
}
