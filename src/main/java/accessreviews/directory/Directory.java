package accessreviews.directory;

import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.ResourceType;
import accessreviews.scopes.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The port to the organisation: everything that reviews know of users, groups, applications and
 * roles, and every change that they ask for. The methods return rows in bulk, as SQL.
 */
public interface Directory {
  /**
   * Whether the directory has any resource of {@code type}. If it has none, it has not been filled
   * yet, and reviews start empty instead of ending with an error.
   */
  boolean knows(ResourceType type);

  /** All resources of {@code type}: {@code id}, {@code display_name}, {@code app_id}. */
  DirectoryRows resources(ResourceType type);

  /**
   * The groups in {@code enumeration} for which {@code scope}, relative to them, has principals at
   * {@code at}: {@code id}. Groups with dynamic membership and role-assignable groups are left out.
   */
  DirectoryRows groups(Scope enumeration, Scope scope, Instant at);

  /** Whether any of {@code groups} is role-assignable, or in such a group through others. */
  boolean areRoleAssignable(Set<UUID> groups);

  /**
   * The principals with the access that {@code scope} names, each once for each resource: {@code
   * principal_id}, {@code principal_type}, {@code display_name}, {@code user_principal_name},
   * {@code app_id}, {@code manager_id}, {@code last_sign_in_date_time}, {@code
   * resource_sign_in_date_time} (of applications), {@code resource_id}, {@code membership} ({@code
   * direct}, {@code indirect} or {@code direct,indirect}), {@code membership_through} (the groups
   * of indirect access, as text). Who is inactive is counted back from {@code at}.
   */
  DirectoryRows principals(Scope scope, String resource, Instant at);

  /**
   * The users whom {@code reviewers} name, each once for each of these: {@code user_id}, {@code
   * display_name}, {@code user_principal_name}. Not for {@code ./manager}, which principals have. A
   * user who is named by id is there even if the directory does not know them: then they have no
   * names. Recipients of notices are found in the same way; they may also be direct members of a
   * group ({@code /groups/{id}/members}).
   */
  DirectoryRows reviewers(List<ReviewerScope> reviewers, String resource);

  /** All users: {@code user_id}, {@code display_name}, {@code user_principal_name}. */
  DirectoryRows users();

  /**
   * Takes away the access that {@code scope} names, and no other, from whom the temporary table
   * {@code access_removal} lists, and says in its {@code apply_result} and {@code
   * apply_description} for each row what came of it. Where the principal still has the access
   * through groups, {@code access_remains} becomes true and the description names the groups. The
   * table has {@code item_id}, {@code principal_id}, {@code principal_type}, {@code resource_id}; a
   * row that has a result is passed over.
   */
  void removeAccess(Scope scope);

  /**
   * Blocks the guests in {@code access_removal} from signing in, and deletes them at {@code
   * deletion} unless somebody enables them again before. Writes the result into the table; other
   * principals in it are ignored.
   */
  void blockGuests(Instant deletion);
}
