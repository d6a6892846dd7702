package accessreviews.directory.objects;

import accessreviews.odata.Guid;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** Operations on directory objects of every kind: ids, uniqueness and deletion. */
@ApplicationScoped
public class DirectoryObjects {
  private final Session database;

  DirectoryObjects(Session database) {
    this.database = database;
  }

  /** Reserves {@code id} for a new object; refuses the id of an existing object of any kind. */
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

  /** Flushes pending changes; refuses a duplicate value of the unique property {@code member}. */
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

  /** Deletes an object and everything that points at it. */
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

  /**
   * Holds the object at a path, which cannot be deleted before the transaction ends; refuses other
   * ids.
   */
  public void hold(UUID id, ObjectType type) {
    if (!types(id).equals(List.of(type))) {
      throw Guid.unknown(id);
    }
  }

  /**
   * Holds the object that a body refers to, which cannot be deleted before the transaction ends;
   * returns its kind.
   */
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

  /** The refusal of a duplicate. */
  public static Refused alreadyExists(String member, String sentence) {
    return new Refused(Refusal.ALREADY_EXISTS, member, sentence);
  }
}
