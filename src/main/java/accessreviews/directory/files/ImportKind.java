package accessreviews.directory.files;

import static accessreviews.directory.files.ImportColumn.needed;
import static accessreviews.directory.files.ImportColumn.optional;

import accessreviews.platform.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds. In the table {@code directory_import} null means that the line says nothing,
 * and the empty text that it says there is nothing.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
enum ImportKind {
  users(
      List.of(
          needed("id", "id", Check.GUID),
          needed("displayName", "display_name", Check.text(4096)),
          needed("userPrincipalName", "user_principal_name", Check.text(256)),
          optional("mail", "mail", Check.text(4096)),
          optional("userType", "user_type", Check.oneOf("Member", "Guest")),
          optional("accountEnabled", "account_enabled", Check.FLAG),
          optional("country", "country", Check.text(4096)),
          optional("preferredLanguage", "preferred_language", Check.LANGUAGE),
          optional(
              "externalUserState",
              "external_user_state",
              Check.oneOf("PendingAcceptance", "Accepted")),
          optional("lastSignInDateTime", "last_sign_in_date_time", Check.DATE_TIME)),
      "directory_object, directory_user",
      "user",
      Sql.file("directory/files/reject-users"),
      Sql.file("directory/files/take-users")),
  groups(
      List.of(
          needed("id", "id", Check.GUID),
          needed("displayName", "display_name", Check.text(4096)),
          optional("description", "description", Check.text(4096)),
          optional("mail", "mail", Check.text(4096)),
          optional("mailEnabled", "mail_enabled", Check.FLAG),
          optional("mailNickname", "mail_nickname", Check.text(4096)),
          optional("securityEnabled", "security_enabled", Check.FLAG),
          optional("groupTypes", "group_types", Check.WORDS),
          optional("resourceProvisioningOptions", "resource_provisioning_options", Check.WORDS),
          optional("isAssignableToRole", "is_assignable_to_role", Check.FLAG),
          optional("onPremisesSyncEnabled", "on_premises_sync_enabled", Check.FLAG)),
      "directory_object",
      "group",
      Sql.file("directory/files/reject-groups"),
      Sql.file("directory/files/take-groups")),
  memberships(
      List.of(
          needed("groupId", "group_id", Check.GUID), needed("memberId", "member_id", Check.GUID)),
      "directory_object",
      null,
      Sql.file("directory/files/reject-memberships"),
      Sql.file("directory/files/take-memberships")),
  managers(
      List.of(
          needed("userId", "user_id", Check.GUID), optional("managerId", "manager_id", Check.GUID)),
      "directory_object",
      null,
      Sql.file("directory/files/reject-managers"),
      Sql.file("directory/files/take-managers")),
  owners(
      List.of(
          needed("objectId", "object_id", Check.GUID), needed("ownerId", "owner_id", Check.GUID)),
      "directory_object",
      null,
      Sql.file("directory/files/reject-owners"),
      Sql.file("directory/files/take-owners"));

  private static final Sql CHANGES_ROLE_ASSIGNABLE =
      Sql.file("directory/files/changes-role-assignable");

  private final List<ImportColumn> columns;
  private final String locked;
  private final @Nullable String objects;
  private final Sql reject;
  private final Sql take;

  ImportKind(
      List<ImportColumn> columns, String locked, @Nullable String objects, Sql reject, Sql take) {
    this.columns = columns;
    this.locked = locked;
    this.objects = objects;
    this.reject = reject;
    this.take = take;
  }

  List<ImportColumn> columns() {
    return columns;
  }

  /** The tables that are locked against insertions and deletions until the end of the import. */
  String locked() {
    return locked;
  }

  /** The type of the objects that a file makes; empty where it makes none. */
  Optional<String> objects() {
    return Optional.ofNullable(objects);
  }

  /** The statement that finds invalid lines: line, member, and what was expected. */
  Sql reject() {
    return reject;
  }

  /** Whether the staged file would change a role-assignable group, or a group within one. */
  boolean changesRoleAssignable(Connection connection) throws SQLException {
    var change =
        switch (this) {
          case users, managers -> "false";
          case groups ->
              "i.id in (select id from protected) or nullif(i.is_assignable_to_role, '')::boolean";
          case memberships -> "i.group_id in (select id from protected)";
          case owners -> "i.object_id in (select id from protected)";
        };
    try (var statement = CHANGES_ROLE_ASSIGNABLE.filled(change).prepare(connection, Map.of());
        var found = statement.executeQuery()) {
      return found.next() && found.getBoolean(1);
    }
  }

  /** The tables that a file changes. */
  String changed() {
    return switch (this) {
      case users -> "directory_object, directory_user";
      case groups -> "directory_object, directory_group";
      case memberships -> "directory_group_member";
      case managers -> "directory_user";
      case owners -> "directory_owner";
    };
  }

  /** The statement that imports the file; its parameter, if it has one, is the time. */
  Sql take() {
    return take;
  }
}
