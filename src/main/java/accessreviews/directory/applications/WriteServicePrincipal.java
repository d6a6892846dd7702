package accessreviews.directory.applications;

import accessreviews.directory.objects.DirectoryObjects;
import accessreviews.directory.objects.Given;
import accessreviews.directory.objects.ObjectType;
import accessreviews.directory.objects.Reference;
import accessreviews.directory.objects.SignInActivity;
import accessreviews.odata.bodies.Field;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Creates and deletes service principals, and assigns their roles. */
@ApplicationScoped
class WriteServicePrincipal {
  private final UpdateTransaction transaction;
  private final DirectoryObjects objects;
  private final EntityManager database;
  private final InstantSource clock;

  WriteServicePrincipal(
      UpdateTransaction transaction,
      DirectoryObjects objects,
      EntityManager database,
      InstantSource clock) {
    this.transaction = transaction;
    this.objects = objects;
    this.database = database;
    this.clock = clock;
  }

  /** The body of an assignment. */
  @RegisterForReflection
  record Assignment(
      Field<String> id,
      Field<String> principalId,
      Field<String> resourceId,
      Field<String> appRoleId,
      Field<SignInActivity.Request> signInActivity) {}

  ServicePrincipal create(JsonBody body) {
    return transaction.run(
        lock -> {
          var application = body.as(ServicePrincipalRequest.class).toCreate(clock.instant()); // 400
          objects.take(application.id(), ObjectType.servicePrincipal); // 409
          application.persist();
          objects.flushUnique("appId", application.appId()); // 409
          return application;
        });
  }

  void delete(UUID id) {
    transaction.run(
        lock -> {
          objects.delete(id, ObjectType.servicePrincipal);
          return id;
        });
  }

  AppRoleAssignment assign(UUID resource, JsonBody body) {
    return transaction.run(
        lock -> {
          objects.hold(resource, ObjectType.servicePrincipal); // 404
          var asked = body.as(Assignment.class); // 400
          var principal =
              new Reference(
                  "principalId",
                  Given.guid(asked.principalId(), "principalId", "who may use the application"),
                  Optional.empty());
          if (asked.resourceId().orNull() != null
              && !Given.guid(asked.resourceId(), "resourceId", "").equals(resource)) {
            throw Refused.invalid("resourceId", "the id of the service principal in the path");
          }
          var assignment =
              new AppRoleAssignment(
                  Given.id(asked.id()),
                  principal.id(),
                  objects.hold(principal), // 404
                  resource,
                  role(asked, ServicePrincipal.required(resource)),
                  clock.instant(),
                  SignInActivity.last(asked.signInActivity()).orNull());
          requireNewId(assignment.id());
          assignment.persist();
          objects.flushUnique("principalId", principal.id()); // 409
          database.refresh(assignment); // with the names
          return assignment;
        });
  }

  private void requireNewId(UUID id) {
    if (AppRoleAssignment.findByIdOptional(id).isPresent()) {
      throw DirectoryObjects.alreadyExists(
          "id", "Another object with the id '%s' already exists.".formatted(id));
    }
  }

  private static UUID role(Assignment asked, ServicePrincipal resource) {
    if (asked.appRoleId().orNull() == null) {
      return AppRole.NONE;
    }
    var role = Given.guid(asked.appRoleId(), "appRoleId", "");
    if (!resource.has(role)) {
      throw Refused.invalid(
          "appRoleId", "the id of one of the application's appRoles, or " + AppRole.NONE);
    }
    return role;
  }

  void unassign(UUID resource, UUID id) {
    transaction.run(
        lock -> {
          AppRoleAssignment.required(resource, id).delete();
          database.flush();
          return id;
        });
  }
}
