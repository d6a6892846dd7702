package accessreviews.directory.builtin;

import accessreviews.directory.Organisation;
import accessreviews.testing.rows.Rows;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills the tables of the built-in directory. */
record SqlOrganisation(Rows rows) implements Organisation {
  private static final Set<String> NO_COUNTRIES = Set.of("guest", "disabled");

  @Override
  public void user(UUID id, String name, @Nullable Instant lastSignIn, Set<String> traits) {
    object(id, "user");
    rows.execute(
        """
        insert into directory_user (id, version, display_name, user_principal_name, user_type,
          account_enabled, country, created_date_time, last_sign_in_date_time)
        values (?, 0, ?, ? || '@contoso.com', ?, ?, ?, now(), ?::timestamptz)""",
        id,
        name,
        name,
        traits.contains("guest") ? "Guest" : "Member",
        !traits.contains("disabled"),
        traits.stream().filter(trait -> !NO_COUNTRIES.contains(trait)).findFirst().orElse(null),
        text(lastSignIn));
  }

  @Override
  public void manager(UUID user, UUID manager) {
    rows.execute("update directory_user set manager_id = ? where id = ?", manager, user);
  }

  @Override
  public void group(UUID id, String name, Set<String> traits) {
    object(id, "group");
    rows.execute(
        """
        insert into directory_group
        values (?, 0, ?, null, null, ?, null, true,
          array_remove(array[?, ?], ''), array_remove(array[?], ''), ?, ?, now())""",
        id,
        name,
        traits.contains("mail"),
        traits.contains("Unified") ? "Unified" : "",
        traits.contains("DynamicMembership") ? "DynamicMembership" : "",
        traits.contains("Team") ? "Team" : "",
        traits.contains("role-assignable"),
        traits.contains("synced"));
  }

  @Override
  public void member(UUID group, UUID member, String kind) {
    rows.execute("insert into directory_group_member values (?, ?, ?)", group, member, kind);
  }

  @Override
  public void owner(UUID owned, UUID owner) {
    rows.execute("insert into directory_owner values (?, ?)", owned, owner);
  }

  @Override
  public void application(UUID id, String name, UUID appId) {
    object(id, "servicePrincipal");
    rows.execute(
        "insert into directory_service_principal values (?, 0, ?, ?, '[]', now())",
        id,
        appId,
        name);
  }

  @Override
  public void assignment(
      UUID application, UUID principal, String kind, @Nullable Instant lastSignIn) {
    rows.execute(
        """
        insert into directory_app_role_assignment
        values (gen_random_uuid(), ?, ?, ?, gen_random_uuid(), now(), ?::timestamptz)""",
        principal,
        kind,
        application,
        text(lastSignIn));
  }

  @Override
  public void activeRole(UUID role, UUID principal, String kind, String assignmentType) {
    rows.execute(
        """
        insert into directory_role_assignment
        values (gen_random_uuid(), ?, ?, ?, '/', ?, now())""",
        principal,
        kind,
        role,
        assignmentType);
  }

  @Override
  public void eligibleRole(UUID role, UUID principal, String kind) {
    rows.execute(
        """
        insert into directory_role_eligibility
        values (gen_random_uuid(), ?, ?, ?, '/', now())""",
        principal,
        kind,
        role);
  }

  @Override
  public void accessPackage(
      UUID accessPackage, UUID policy, UUID catalog, UUID user, String state) {
    rows.execute(
        """
        insert into directory_access_package_assignment
        values (gen_random_uuid(), ?, 'Package', ?, 'Policy', ?, ?, ?)""",
        accessPackage,
        policy,
        catalog,
        user,
        state);
  }

  @Override
  public void channel(UUID team, String membershipType, UUID user) {
    var channel = UUID.randomUUID();
    rows.execute(
        "insert into directory_channel values (?, ?, 'Channel', ?)", channel, team, membershipType);
    rows.execute("insert into directory_channel_member values (?, ?)", channel, user);
  }

  @Override
  public void remove(UUID object) {
    rows.execute("delete from directory_object where id = ?", object);
  }

  private void object(UUID id, String type) {
    rows.execute("insert into directory_object values (?, ?)", id, type);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
