package accessreviews.directory.files;

import static accessreviews.directory.files.ImportColumn.needed;
import static accessreviews.directory.files.ImportColumn.optional;

import java.util.List;

/**
 * What a file holds. In the table {@code directory_import} null means that the line says nothing,
 * and the empty text that it says there is nothing.
 *
 * <p>What is there already is looked up line by line ({@code lateral … limit 1}): a join would read
 * the whole directory for a small file, and lose the order of a large one, in which its rows get
 * into the indexes fastest.
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
          optional(
              "externalUserState",
              "external_user_state",
              Check.oneOf("PendingAcceptance", "Accepted")),
          optional("lastSignInDateTime", "last_sign_in_date_time", Check.DATE_TIME)),
      "directory_object, directory_user",
      List.of(
          ImportSql.repeated("id", "id", "an id that no earlier line has"),
          ImportSql.ID_OF_ANOTHER_KIND.formatted("user"),
          ImportSql.repeated(
              "lower(user_principal_name)", "userPrincipalName", "a name that no earlier line has"),
          """
          select i.line, 'userPrincipalName', 'a name that no other user has' from directory_import i
            cross join lateral (
              select from directory_user u
              where lower(u.user_principal_name) = lower(i.user_principal_name) and u.id <> i.id
              limit 1) other
          """),
      ImportSql.NEW_OBJECTS.formatted("user"),
      """
      insert into directory_user as t (id, version, display_name, user_principal_name, mail, user_type,
        account_enabled, country, external_user_state, created_date_time, last_sign_in_date_time)
      select i.id, 0, i.display_name, i.user_principal_name,
        case when i.mail is null then u.mail else nullif(i.mail, '') end,
        coalesce(nullif(i.user_type, ''), u.user_type, 'Member'),
        coalesce(nullif(i.account_enabled, '')::boolean, u.account_enabled, true),
        case when i.country is null then u.country else nullif(i.country, '') end,
        case when i.external_user_state is null then u.external_user_state
          else nullif(i.external_user_state, '') end,
        ?,
        case when i.last_sign_in_date_time is null then u.last_sign_in_date_time
          else nullif(i.last_sign_in_date_time, '')::timestamptz end
      from directory_import i
        left join lateral (select * from directory_user u where u.id = i.id limit 1) u on true
      on conflict (id) do update set version = t.version + 1, display_name = excluded.display_name,
        user_principal_name = excluded.user_principal_name, mail = excluded.mail,
        user_type = excluded.user_type, account_enabled = excluded.account_enabled,
        country = excluded.country, external_user_state = excluded.external_user_state,
        last_sign_in_date_time = excluded.last_sign_in_date_time
      where (t.display_name, t.user_principal_name, t.mail, t.user_type, t.account_enabled, t.country,
          t.external_user_state, t.last_sign_in_date_time)
        is distinct from (excluded.display_name, excluded.user_principal_name, excluded.mail,
          excluded.user_type, excluded.account_enabled, excluded.country,
          excluded.external_user_state, excluded.last_sign_in_date_time)
      """),
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
      List.of(
          ImportSql.repeated("id", "id", "an id that no earlier line has"),
          ImportSql.ID_OF_ANOTHER_KIND.formatted("group")),
      ImportSql.NEW_OBJECTS.formatted("group"),
      """
      insert into directory_group as t (id, version, display_name, description, mail, mail_enabled,
        mail_nickname, security_enabled, group_types, resource_provisioning_options,
        is_assignable_to_role, on_premises_sync_enabled, created_date_time)
      select i.id, 0, i.display_name,
        case when i.description is null then g.description else nullif(i.description, '') end,
        case when i.mail is null then g.mail else nullif(i.mail, '') end,
        coalesce(nullif(i.mail_enabled, '')::boolean, g.mail_enabled,
          coalesce(i.group_types, '') ~ '(^|;)Unified(;|$)'),
        case when i.mail_nickname is null then g.mail_nickname
          else nullif(i.mail_nickname, '') end,
        coalesce(nullif(i.security_enabled, '')::boolean, g.security_enabled,
          not coalesce(i.group_types, '') ~ '(^|;)Unified(;|$)'),
        coalesce(string_to_array(i.group_types, ';'), g.group_types, '{}'),
        coalesce(string_to_array(i.resource_provisioning_options, ';'),
          g.resource_provisioning_options, '{}'),
        coalesce(nullif(i.is_assignable_to_role, '')::boolean, g.is_assignable_to_role, false),
        case when i.on_premises_sync_enabled is null then g.on_premises_sync_enabled
          else nullif(i.on_premises_sync_enabled, '')::boolean end,
        ?
      from directory_import i
        left join lateral (select * from directory_group g where g.id = i.id limit 1) g on true
      on conflict (id) do update set version = t.version + 1, display_name = excluded.display_name,
        description = excluded.description, mail = excluded.mail,
        mail_enabled = excluded.mail_enabled, mail_nickname = excluded.mail_nickname,
        security_enabled = excluded.security_enabled, group_types = excluded.group_types,
        resource_provisioning_options = excluded.resource_provisioning_options,
        is_assignable_to_role = excluded.is_assignable_to_role,
        on_premises_sync_enabled = excluded.on_premises_sync_enabled
      where (t.display_name, t.description, t.mail, t.mail_enabled, t.mail_nickname,
          t.security_enabled, t.group_types, t.resource_provisioning_options,
          t.is_assignable_to_role, t.on_premises_sync_enabled)
        is distinct from (excluded.display_name, excluded.description, excluded.mail,
          excluded.mail_enabled, excluded.mail_nickname, excluded.security_enabled,
          excluded.group_types, excluded.resource_provisioning_options,
          excluded.is_assignable_to_role, excluded.on_premises_sync_enabled)
      """),
  memberships(
      List.of(
          needed("groupId", "group_id", Check.GUID), needed("memberId", "member_id", Check.GUID)),
      "directory_object",
      List.of(
          ImportSql.unknown("group_id", "groupId", "the id of a group", "group"),
          ImportSql.unknown(
              "member_id", "memberId", "the id of an object", "user", "group", "servicePrincipal")),
      "",
      """
      insert into directory_group_member (group_id, member_id, member_type)
      select i.group_id, i.member_id, o.type from directory_import i
        join directory_object o on o.id = i.member_id
      order by i.group_id, i.member_id
      on conflict do nothing
      """),
  managers(
      List.of(
          needed("userId", "user_id", Check.GUID), optional("managerId", "manager_id", Check.GUID)),
      "directory_object",
      List.of(
          ImportSql.repeated("user_id", "userId", "a user that no earlier line has"),
          ImportSql.unknown("user_id", "userId", "the id of a user", "user"),
          ImportSql.unknown("manager_id", "managerId", "the id of a user, or nothing", "user")),
      "",
      """
      update directory_user u set manager_id = i.manager_id, version = u.version + 1
      from directory_import i
      where u.id = i.user_id and u.manager_id is distinct from i.manager_id
      """),
  owners(
      List.of(
          needed("objectId", "object_id", Check.GUID), needed("ownerId", "owner_id", Check.GUID)),
      "directory_object",
      List.of(
          ImportSql.unknown(
              "object_id",
              "objectId",
              "the id of a group or of a service principal",
              "group",
              "servicePrincipal"),
          ImportSql.unknown(
              "owner_id",
              "ownerId",
              "the id of a user or of a service principal",
              "user",
              "servicePrincipal")),
      "",
      """
      insert into directory_owner (owned_id, owner_id)
      select object_id, owner_id from directory_import
      order by object_id, owner_id
      on conflict do nothing
      """);

  private final List<ImportColumn> columns;
  private final String locked;
  private final String rejected;
  private final String objects;
  private final String change;

  ImportKind(
      List<ImportColumn> columns,
      String locked,
      List<String> rejected,
      String objects,
      String change) {
    this.columns = columns;
    this.locked = locked;
    this.rejected = String.join("union all\n", rejected);
    this.objects = objects;
    this.change = change;
  }

  List<ImportColumn> columns() {
    return columns;
  }

  /** The tables of which nothing may come or go until the file is taken over. */
  String locked() {
    return locked;
  }

  /** Finds what cannot be taken over: line, member, and what was expected of it. */
  String rejected() {
    return rejected;
  }

  /** Makes the objects that are new; empty where the file makes none. */
  String objects() {
    return objects;
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

  /** Takes the file over; a parameter, where there is one, is the time. */
  String change() {
    return change;
  }
}
