package accessreviews.directory.roles;

import accessreviews.directory.objects.DirectoryObjects;
import accessreviews.directory.objects.Given;
import accessreviews.directory.objects.ObjectType;
import accessreviews.directory.objects.Reference;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.Field;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/** Creates and deletes roles, assignments and eligibilities. */
@ApplicationScoped
class WriteRole {
  private static final int LONGEST_SCOPE = 256;

  private final UpdateTransaction transaction;
  private final DirectoryObjects objects;
  private final Session database;
  private final InstantSource clock;

  WriteRole(
      UpdateTransaction transaction,
      DirectoryObjects objects,
      Session database,
      InstantSource clock) {
    this.transaction = transaction;
    this.objects = objects;
    this.database = database;
    this.clock = clock;
  }

  /** The body of a new role. */
  @RegisterForReflection
  record Definition(Field<String> id, Field<String> displayName, Field<String> description) {}

  /** The body of a new assignment or eligibility. */
  @RegisterForReflection
  record RoleRequest(
      Field<String> id,
      Field<String> principalId,
      Field<String> roleDefinitionId,
      Field<String> directoryScopeId,
      Field<RoleAssignment.AssignmentType> assignmentType) {

    UUID role() {
      return Given.guid(roleDefinitionId, "roleDefinitionId", "the id of the role");
    }

    Reference principal() {
      return new Reference(
          "principalId",
          Given.guid(principalId, "principalId", "the id of who has the role"),
          Optional.empty());
    }

    String scope() {
      var scope = directoryScopeId.orElse("/");
      if (!scope.startsWith("/") || scope.length() > LONGEST_SCOPE) {
        throw Refused.invalid(
            "directoryScopeId", "/ or the path of an object, up to 256 characters");
      }
      return scope;
    }
  }

  /** Creates an assignment or eligibility from checked values. */
  private interface Maker<H> {
    H make(UUID id, UUID principal, ObjectType type, UUID role, String scope, Instant now);
  }

  RoleDefinition define(JsonBody body) {
    return transaction.run(
        lock -> {
          var asked = body.as(Definition.class); // 400
          var role =
              new RoleDefinition(
                  Given.id(asked.id()),
                  Given.name(asked.displayName()),
                  asked.description().orNull());
          database.persist(role);
          objects.flushUnique("id", role.id()); // 409
          return role;
        });
  }

  void undefine(UUID id) {
    transaction.run(
        lock -> {
          var role = RoleDefinition.required(id);
          if (role.isBuiltIn()) {
            throw new Refused(
                Refusal.ROLE_IS_BUILT_IN,
                null,
                "The role '%s' is built in and cannot be deleted.".formatted(role.displayName()));
          }
          database.remove(role);
          database.flush();
          return id;
        });
  }

  RoleAssignment assign(JsonBody body) {
    return hold(
        body,
        RoleAssignment.class,
        asked ->
            (id, principal, type, role, scope, now) ->
                new RoleAssignment(
                    id,
                    principal,
                    type,
                    role,
                    scope,
                    now,
                    asked.assignmentType().orElse(RoleAssignment.AssignmentType.Assigned)));
  }

  RoleEligibility makeEligible(JsonBody body) {
    return hold(body, RoleEligibility.class, asked -> RoleEligibility::new);
  }

  private <H extends RoleHolding> H hold(
      JsonBody body, Class<H> kind, Function<RoleRequest, Maker<H>> maker) {
    return transaction.run(
        lock -> {
          var asked = body.as(RoleRequest.class); // 400
          var id = Given.id(asked.id());
          var principal = asked.principal();
          var role = requireRole(asked.role());
          var type = objects.hold(principal);
          if (database.find(kind, id) != null) {
            throw DirectoryObjects.alreadyExists(
                "id", "Another object with the id '%s' already exists.".formatted(id));
          }
          var holding =
              maker
                  .apply(asked)
                  .make(id, principal.id(), type, role, asked.scope(), clock.instant());
          database.persist(holding);
          objects.flushUnique("principalId", principal.id()); // 409
          return holding;
        });
  }

  /** The role in a body. It cannot be deleted before the transaction ends. */
  private UUID requireRole(UUID role) {
    return database
        .createNativeQuery(
            "select id from directory_role_definition where id = :id for key share", UUID.class)
        .setParameter("id", role)
        .uniqueResultOptional()
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.RESOURCE_NOT_FOUND,
                    "roleDefinitionId",
                    "No role has the id '%s'.".formatted(role)));
  }

  void unassign(UUID id) {
    remove(RoleAssignment.class, id);
  }

  void makeIneligible(UUID id) {
    remove(RoleEligibility.class, id);
  }

  private void remove(Class<? extends RoleHolding> kind, UUID id) {
    transaction.run(
        lock -> {
          database.remove(
              Optional.ofNullable(database.find(kind, id)).orElseThrow(() -> Guid.unknown(id)));
          database.flush();
          return id;
        });
  }
}
