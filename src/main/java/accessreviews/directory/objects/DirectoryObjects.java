package accessreviews.directory.objects;

import accessreviews.odata.Guid;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** What objects of every kind have in common: an id that no other has, and an end. */
@ApplicationScoped
public class DirectoryObjects {
  private final Session database;

  DirectoryObjects(Session database) {
    this.database = database;
  }

  /** Takes {@code id} for a new object; refuses one that an object has, of whatever kind. */
  public void take(UUID id, ObjectType type) {
    var taken =
        database
            .createNativeMutationQuery(
                "insert into directory_object (id, type) values (:id, :type) on conflict do nothing")
            .setParameter("id", id)
            .setParameter("type", type.name())
            .executeUpdate();
    if (taken == 0) {
      throw alreadyExists("id", "Another object with the id '%s' already exists.".formatted(id));
    }
  }

  /** Writes what is pending; refuses a value of {@code member} that only one object can have. */
  public void flushUnique(String member, Object value) {
    try {
      database.flush();
    } catch (ConstraintViolationException e) {
      if (e.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
        throw alreadyExists(
            member,
            "Another object with the value '%s' for the property '%s' already exists."
                .formatted(value, member));
      }
      throw e;
    }
  }

  /** Deletes an object with everything that points at it. */
  public void delete(UUID id, ObjectType type) {
    var deleted =
        database
            .createNativeMutationQuery(
                "delete from directory_object where id = :id and type = :type")
            .setParameter("id", id)
            .setParameter("type", type.name())
            .executeUpdate();
    if (deleted == 0) {
      throw Guid.unknown(id);
    }
  }

  /** The object at a path, which cannot go before the transaction ends; refuses other ids. */
  public void hold(UUID id, ObjectType type) {
    if (!types(id).equals(List.of(type))) {
      throw Guid.unknown(id);
    }
  }

  /** The kind of the object that a body refers to, which cannot go before the transaction ends. */
  public ObjectType hold(Reference reference) {
    return types(reference.id()).stream()
        .filter(type -> reference.type().map(type::equals).orElse(true))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.RESOURCE_NOT_FOUND,
                    reference.member(),
                    "No object of the directory has the id '%s'.".formatted(reference.id())));
  }

  private List<ObjectType> types(UUID id) {
    return database
        .createNativeQuery(
            "select type from directory_object where id = :id for key share", String.class)
        .setParameter("id", id)
        .getResultStream()
        .map(ObjectType::valueOf)
        .toList();
  }

  /** Something is there already. */
  public static Refused alreadyExists(String member, String sentence) {
    return new Refused(Refusal.ALREADY_EXISTS, member, sentence);
  }
}
