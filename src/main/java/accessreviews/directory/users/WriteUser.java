package accessreviews.directory.users;

import accessreviews.directory.objects.DirectoryObjects;
import accessreviews.directory.objects.ObjectType;
import accessreviews.directory.objects.Reference;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Creates, changes and deletes users, and sets their managers. */
@ApplicationScoped
class WriteUser {
  private final UpdateTransaction transaction;
  private final DirectoryObjects objects;
  private final InstantSource clock;

  WriteUser(UpdateTransaction transaction, DirectoryObjects objects, InstantSource clock) {
    this.transaction = transaction;
    this.objects = objects;
    this.clock = clock;
  }

  DirectoryUser create(JsonBody body) {
    return transaction.run(
        lock -> {
          var user = body.as(UserRequest.class).toCreate(clock.instant()); // 400
          objects.take(user.id(), ObjectType.user); // 409
          user.persist();
          objects.flushUnique("userPrincipalName", user.userPrincipalName()); // 409
          return user;
        });
  }

  void update(String key, JsonBody body) {
    change(key, user -> body.as(UserRequest.class).applyTo(user));
  }

  void delete(String key) {
    transaction.run(
        lock -> {
          var id = DirectoryUser.required(key, LockModeType.NONE).id();
          objects.delete(id, ObjectType.user);
          return id;
        });
  }

  void reportTo(String key, JsonBody body) {
    change(
        key,
        user -> {
          var manager = Reference.of(body);
          if (objects.hold(manager) != ObjectType.user) {
            throw Refused.invalid(manager.member(), "the URL of a user");
          }
          user.reportTo(manager.id());
        });
  }

  void reportToNobody(String key) {
    change(
        key,
        user -> {
          requireManager(user);
          user.reportTo(null);
        });
  }

  private void change(String key, Consumer<DirectoryUser> change) {
    transaction.run(
        lock -> {
          var user = DirectoryUser.required(key, lock); // 404
          change.accept(user); // 400
          objects.flushUnique("userPrincipalName", user.userPrincipalName()); // 409
          return user.id();
        });
  }

  /** The manager of {@code user}; refuses users without one. */
  static UUID requireManager(DirectoryUser user) {
    return Optional.ofNullable(user.managerId())
        .orElseThrow(() -> Guid.unknown(user.id() + "/manager"));
  }
}
