package accessreviews.directory.groups;

import accessreviews.directory.objects.DirectoryObjects;
import accessreviews.directory.objects.ObjectType;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/** Creates, changes and deletes groups. */
@ApplicationScoped
class WriteGroup {
  private final UpdateTransaction transaction;
  private final DirectoryObjects objects;
  private final GroupRights rights;
  private final InstantSource clock;

  WriteGroup(
      UpdateTransaction transaction,
      DirectoryObjects objects,
      GroupRights rights,
      InstantSource clock) {
    this.transaction = transaction;
    this.objects = objects;
    this.rights = rights;
    this.clock = clock;
  }

  DirectoryGroup create(JsonBody body) {
    return transaction.run(
        lock -> {
          var asked = body.as(GroupRequest.class); // 400
          rights.require(asked.isAssignableToRole().orElse(false)); // 403
          var group = asked.toCreate(clock.instant()); // 400
          objects.take(group.id(), ObjectType.group); // 409
          group.persistAndFlush();
          return group;
        });
  }

  void update(UUID id, JsonBody body) {
    transaction.run(
        lock -> {
          var group = DirectoryGroup.required(id, lock); // 404
          rights.require(id); // 403
          body.as(GroupRequest.class).applyTo(group); // 400
          if (group.isAssignableToRole()) {
            rights.require(true);
          }
          group.persistAndFlush();
          return id;
        });
  }

  void delete(UUID id) {
    transaction.run(
        lock -> {
          rights.require(id);
          objects.delete(id, ObjectType.group);
          return id;
        });
  }
}
