package accessreviews.directory.groups;

import accessreviews.directory.objects.DirectoryObjects;
import accessreviews.directory.objects.ObjectType;
import accessreviews.directory.objects.Reference;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Condition;
import accessreviews.platform.persistence.UpdateTransaction;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The members of groups, and the owners of groups and applications. */
@ApplicationScoped
public class Memberships {
  private static final String OF = "of";

  private final UpdateTransaction transaction;
  private final DirectoryObjects objects;
  private final GroupRights rights;
  private final EntityManager database;

  Memberships(
      UpdateTransaction transaction,
      DirectoryObjects objects,
      GroupRights rights,
      EntityManager database) {
    this.transaction = transaction;
    this.objects = objects;
    this.rights = rights;
    this.database = database;
  }

  /** The members of {@code group} itself. */
  static Condition members(UUID group) {
    return Condition.of(
        "e.id in (select m.key.memberId from GroupMember m where m.key.groupId = :of)", OF, group);
  }

  /** The members of {@code group} and of the groups within it. */
  static Condition transitiveMembers(UUID group) {
    return Condition.of(
        "e.id in (select m.key.memberId from GroupMember m where cast(sql('? in (select"
            + " directory_groups_within(?))', m.key.groupId, :of) as Boolean))",
        OF,
        group);
  }

  /** The owners of an object. */
  public static Condition owners(UUID owned) {
    return Condition.of(
        "e.id in (select o.key.ownerId from Ownership o where o.key.ownedId = :of)", OF, owned);
  }

  void addMember(UUID group, JsonBody body) {
    transaction.run(
        lock -> {
          objects.hold(group, ObjectType.group); // 404
          rights.require(group); // 403
          var member = Reference.of(body); // 400
          var type = objects.hold(member); // 404
          requireNew(
              database
                  .createNativeQuery(
                      "insert into directory_group_member (group_id, member_id, member_type)"
                          + " values (:group, :member, :type) on conflict do nothing")
                  .setParameter("group", group)
                  .setParameter("member", member.id())
                  .setParameter("type", type.name())
                  .executeUpdate(),
              "members");
          return group;
        });
  }

  void removeMember(UUID group, UUID member) {
    transaction.run(
        lock -> {
          objects.hold(group, ObjectType.group);
          rights.require(group);
          requireThere(
              database
                  .createNativeQuery(
                      "delete from directory_group_member"
                          + " where group_id = :group and member_id = :member")
                  .setParameter("group", group)
                  .setParameter("member", member)
                  .executeUpdate(),
              member);
          return group;
        });
  }

  void addOwner(UUID owned, ObjectType type, JsonBody body) {
    transaction.run(
        lock -> {
          objects.hold(owned, type); // 404
          rights.require(owned); // 403
          var owner = Reference.of(body); // 400
          if (objects.hold(owner) == ObjectType.group) { // 404
            throw Refused.invalid(owner.member(), "the URL of a user or of a service principal");
          }
          requireNew(
              database
                  .createNativeQuery(
                      "insert into directory_owner (owned_id, owner_id) values (:owned, :owner)"
                          + " on conflict do nothing")
                  .setParameter("owned", owned)
                  .setParameter("owner", owner.id())
                  .executeUpdate(),
              "owners");
          return owned;
        });
  }

  void removeOwner(UUID owned, ObjectType type, UUID owner) {
    transaction.run(
        lock -> {
          objects.hold(owned, type);
          rights.require(owned);
          requireThere(
              database
                  .createNativeQuery(
                      "delete from directory_owner where owned_id = :owned and owner_id = :owner")
                  .setParameter("owned", owned)
                  .setParameter("owner", owner)
                  .executeUpdate(),
              owner);
          return owned;
        });
  }

  private static void requireNew(int inserted, String property) {
    if (inserted == 0) {
      throw DirectoryObjects.alreadyExists(
          "@odata.id",
          "One or more added object references already exist for the following modified properties:"
              + " '%s'.".formatted(property));
    }
  }

  private static void requireThere(int deleted, UUID id) {
    if (deleted == 0) {
      throw Guid.unknown(id);
    }
  }
}
