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
  private final InstantSource clock;

  WriteGroup(UpdateTransaction transaction, DirectoryObjects objects, InstantSource clock) {
    this.transaction = transaction;
    this.objects = objects;
    this.clock = clock;
  }

  DirectoryGroup create(JsonBody body) {
    return transaction.run(
        lock -> {
          var group = body.as(GroupRequest.class).toCreate(clock.instant()); // 400
          objects.take(group.id(), ObjectType.group); // 409
          group.persistAndFlush();
          return group;
        });
  }

  void update(UUID id, JsonBody body) {
    transaction.run(
        lock -> {
          var group = DirectoryGroup.required(id, lock); // 404
          body.as(GroupRequest.class).applyTo(group); // 400
          group.persistAndFlush();
          return id;
        });
  }

  void delete(UUID id) {
    transaction.run(
        lock -> {
          objects.delete(id, ObjectType.group);
          return id;
        });
  }
}
