package accessreviews.tutorials;

import accessreviews.testing.rows.Organisation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator does with the directory, however the calls are made. Objects go by their
 * names, from which their ids follow as in {@link Organisation}; what is read are ids.
 */
interface DirectoryApi {
  /** Someone who signed in last at {@code lastSignIn}, or never. */
  void user(String name, String userType, @Nullable String lastSignIn);

  default void members(String... names) {
    Stream.of(names).forEach(name -> user(name, "Member", null));
  }

  default void guests(String... names) {
    Stream.of(names).forEach(name -> user(name, "Guest", null));
  }

  void manager(String user, String boss);

  /** A group of these {@code groupTypes} and {@code resourceProvisioningOptions}. */
  void group(String name, List<String> types, List<String> provisioned);

  /** A security group and its members, who are there already. */
  default void group(String name, String... members) {
    group(name, List.of(), List.of());
    join(name, members);
  }

  /** A Microsoft 365 group and its members, who are there already. */
  default void team(String name, String... members) {
    group(name, List.of("Unified"), List.of());
    join(name, members);
  }

  default void join(String group, String... members) {
    Stream.of(members).forEach(member -> member(group, member));
  }

  void member(String group, String principal);

  void owner(String group, String user);

  void application(String name);

  /** Assigns an application to someone who used it last at {@code lastUse}, or never. */
  void assign(String application, String principal, @Nullable String lastUse);

  /** Gives the role with this id to someone, for good. */
  void give(String roleId, String principal);

  /** Lets someone activate the role with this id. */
  void offer(String roleId, String principal);

  /** Ids and names, as of the other kinds; users who are blocked have {@code (blocked)} in them. */
  Map<String, String> users();

  Map<String, String> groups();

  Map<String, String> applications();

  Map<String, String> roles();

  List<String> membersOf(String groupId);

  List<String> ownersOf(String groupId);

  /** To whom an application is assigned. */
  List<String> assignedTo(String applicationId);

  List<RoleHolder> assignments();

  List<RoleHolder> eligibilities();

  /** Someone with a role, by their ids. */
  record RoleHolder(String principal, String role) {}
}
