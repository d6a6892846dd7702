package accessreviews.directory;

import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.ResourceType;
import accessreviews.scopes.Scope;
import java.time.Instant;
import java.util.List;

/**
 * The port to the organisation: all that reviews know of users, groups, applications and roles, and
 * what they have done to them. Answers are in bulk, as {@link Answer}s.
 *
 * <p>{@code resource} is SQL, a constant of the code, for the id of the resource in the statement
 * that an answer becomes part of, such as {@code i.resource_id}: one answer is for one resource or,
 * in a lateral join, for many.
 */
public interface Directory {
  /**
   * Whether there is any resource of {@code type}. A directory that has none says nothing of what
   * is missing: reviews start empty then, and not in error.
   */
  boolean knows(ResourceType type);

  /** All resources of {@code type}: {@code id}, {@code display_name}, {@code app_id}. */
  Answer resources(ResourceType type);

  /**
   * The groups that {@code enumeration} names and in which {@code scope}, relative to them, finds
   * somebody at {@code at}: {@code id}. Groups with dynamic membership and role-assignable groups
   * are left out.
   */
  Answer groups(Scope enumeration, Scope scope, Instant at);

  /**
   * The principals with the access that {@code scope} names, each once for each resource: {@code
   * principal_id}, {@code principal_type}, {@code display_name}, {@code user_principal_name},
   * {@code app_id}, {@code manager_id}, {@code last_sign_in_date_time}, {@code
   * resource_sign_in_date_time} (of applications), {@code resource_id}, {@code membership} ({@code
   * direct}, {@code indirect} or {@code direct,indirect}). Who is inactive is counted back from
   * {@code at}.
   */
  Answer principals(Scope scope, String resource, Instant at);

  /**
   * The users whom {@code reviewers} name, each once for each of these: {@code user_id}, {@code
   * display_name}, {@code user_principal_name}. Not for {@code ./manager}, which principals have. A
   * user who is named by id is there even if the directory does not know them: then they have no
   * names.
   */
  Answer reviewers(List<ReviewerScope> reviewers, String resource);

  /** All users: {@code user_id}, {@code display_name}, {@code user_principal_name}. */
  Answer users();

  /**
   * Takes away the access that {@code scope} names, and no other, from whom the temporary table
   * {@code access_removal} lists, and says in its {@code apply_result} and {@code
   * apply_description} for each row what came of it. The table has {@code item_id}, {@code
   * principal_id}, {@code principal_type}, {@code resource_id}; a row that has a result is passed
   * over.
   */
  void removeAccess(Scope scope);

  /**
   * Blocks the guests in {@code access_removal} from signing in, and deletes them at {@code
   * deletion} unless somebody lets them in again before; says so in the table. Everybody else in it
   * is passed over.
   */
  void blockGuests(Instant deletion);
}
