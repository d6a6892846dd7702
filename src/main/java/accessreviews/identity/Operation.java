package accessreviews.identity;

import static accessreviews.identity.Permission.ACCESS_REVIEW_READ_ALL;
import static accessreviews.identity.Permission.ACCESS_REVIEW_READ_WRITE_ALL;
import static accessreviews.identity.Permission.DIRECTORY_READ_ALL;
import static accessreviews.identity.Permission.DIRECTORY_READ_WRITE_ALL;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a caller can ask for below a service root, and who may: the one table of
 * permissions (seeds, "Permissions"; operations.md, "Index"). docs/permissions.md is printed from
 * it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the set is unmodifiable
public enum Operation {
  GET_ACCESS_REVIEWS("", Right.NONE),
  LIST_DEFINITIONS("/definitions", Right.READ, Own.CREATED),
  CREATE_DEFINITION("POST", "/definitions", Right.WRITE),
  GET_DEFINITION("/definitions/{id}", Right.READ, Own.CREATED, Own.REVIEWED),
  UPDATE_DEFINITION("PUT, PATCH", "/definitions/{id}", Right.WRITE),
  DELETE_DEFINITION("DELETE", "/definitions/{id}", Right.WRITE),
  STOP_DEFINITION("POST", "/definitions/{id}/stop", Right.WRITE),
  FILTER_DEFINITIONS("/definitions/filterByCurrentUser(on='reviewer')", Right.NONE, Own.REVIEWED),
  LIST_INSTANCES("/definitions/{id}/instances", Right.READ, Own.CREATED),
  GET_INSTANCE("/definitions/{id}/instances/{id}", Right.READ, Own.CREATED, Own.REVIEWED),
  UPDATE_INSTANCE("PUT, PATCH", "/definitions/{id}/instances/{id}", Right.WRITE),
  UPDATE_DECISION(
      "PATCH",
      "/definitions/{id}/instances/{id}/decisions/{id}",
      ACCESS_REVIEW_READ_WRITE_ALL,
      null,
      Right.NONE,
      Own.REVIEWED),
  ACCEPT_RECOMMENDATIONS(
      "POST",
      "/definitions/{id}/instances/{id}/acceptRecommendations",
      ACCESS_REVIEW_READ_WRITE_ALL,
      null,
      Right.NONE,
      Own.REVIEWED),
  BATCH_RECORD_DECISIONS(
      "POST", "/definitions/{id}/instances/{id}/batchRecordDecisions", Right.REVIEW, Own.REVIEWED),
  /** Only in beta. */
  RECORD_ALL_DECISIONS(
      "POST",
      "/definitions/{id}/instances/{id}/decisions/recordAllDecisions",
      Right.REVIEW,
      Own.REVIEWED),
  RESET_DECISIONS("POST", "/definitions/{id}/instances/{id}/resetDecisions", Right.WRITE),
  APPLY_DECISIONS("POST", "/definitions/{id}/instances/{id}/applyDecisions", Right.WRITE),
  /** Only in beta. */
  STOP_APPLY_DECISIONS("POST", "/definitions/{id}/instances/{id}/stopApplyDecisions", Right.WRITE),
  /** Ours: what applying would take away. */
  APPLY_PREVIEW("/definitions/{id}/instances/{id}/applyPreview", Right.READ, Own.CREATED),
  SEND_REMINDER("POST", "/definitions/{id}/instances/{id}/sendReminder", Right.WRITE),
  STOP_INSTANCE("POST", "/definitions/{id}/instances/{id}/stop", Right.WRITE),
  FILTER_INSTANCES(
      "/definitions/{id}/instances/filterByCurrentUser(on='reviewer')", Right.NONE, Own.REVIEWED),
  /** Only in beta. */
  GET_INSTANCE_DEFINITION(
      "/definitions/{id}/instances/{id}/definition", Right.READ, Own.CREATED, Own.REVIEWED),
  LIST_STAGES("/definitions/{id}/instances/{id}/stages", Right.READ, Own.CREATED),
  GET_STAGE("/definitions/{id}/instances/{id}/stages/{id}", Right.READ, Own.CREATED),
  UPDATE_STAGE("PATCH", "/definitions/{id}/instances/{id}/stages/{id}", Right.WRITE),
  UPDATE_STAGE_DECISION(
      "PATCH",
      "/definitions/{id}/instances/{id}/stages/{id}/decisions/{id}",
      ACCESS_REVIEW_READ_WRITE_ALL,
      null,
      Right.NONE,
      Own.REVIEWED),
  /** Only in beta. */
  ACCEPT_STAGE_RECOMMENDATIONS(
      "POST",
      "/definitions/{id}/instances/{id}/stages/{id}/acceptRecommendations",
      Right.REVIEW,
      Own.REVIEWED),
  /** Only in beta. */
  BATCH_RECORD_STAGE_DECISIONS(
      "POST",
      "/definitions/{id}/instances/{id}/stages/{id}/batchRecordDecisions",
      Right.REVIEW,
      Own.REVIEWED),
  /** Only in beta. */
  RECORD_ALL_STAGE_DECISIONS(
      "POST",
      "/definitions/{id}/instances/{id}/stages/{id}/decisions/recordAllDecisions",
      Right.REVIEW,
      Own.REVIEWED),
  STOP_STAGE("POST", "/definitions/{id}/instances/{id}/stages/{id}/stop", Right.WRITE),
  FILTER_STAGES(
      "/definitions/{id}/instances/{id}/stages/filterByCurrentUser(on='reviewer')",
      Right.NONE,
      Own.REVIEWED),
  LIST_CONTACTED_REVIEWERS(
      "/definitions/{id}/instances/{id}/contactedReviewers", Right.READ, Own.CREATED),
  GET_CONTACTED_REVIEWER(
      "/definitions/{id}/instances/{id}/contactedReviewers/{id}", Right.READ, Own.CREATED),
  LIST_DECISIONS("/definitions/{id}/instances/{id}/decisions", Right.READ, Own.CREATED),
  GET_DECISION(
      "/definitions/{id}/instances/{id}/decisions/{id}", Right.READ, Own.CREATED, Own.REVIEWED),
  FILTER_DECISIONS(
      "/definitions/{id}/instances/{id}/decisions/filterByCurrentUser(on='reviewer')",
      Right.NONE,
      Own.REVIEWED),
  GET_INSIGHTS(
      "/definitions/{id}/instances/{id}/decisions/{id}/insights",
      Right.READ,
      Own.CREATED,
      Own.REVIEWED),
  /** Only in beta. */
  GET_DECISION_INSTANCE(
      "/definitions/{id}/instances/{id}/decisions/{id}/instance",
      Right.READ,
      Own.CREATED,
      Own.REVIEWED),
  LIST_STAGE_DECISIONS(
      "/definitions/{id}/instances/{id}/stages/{id}/decisions", Right.READ, Own.CREATED),
  GET_STAGE_DECISION(
      "/definitions/{id}/instances/{id}/stages/{id}/decisions/{id}",
      Right.READ,
      Own.CREATED,
      Own.REVIEWED),
  FILTER_STAGE_DECISIONS(
      "/definitions/{id}/instances/{id}/stages/{id}/decisions/filterByCurrentUser(on='reviewer')",
      Right.NONE,
      Own.REVIEWED),
  GET_STAGE_INSIGHTS(
      "/definitions/{id}/instances/{id}/stages/{id}/decisions/{id}/insights",
      Right.READ,
      Own.CREATED,
      Own.REVIEWED),
  /** Only in beta: decisions of all reviews. */
  LIST_ALL_DECISIONS("/decisions", Right.READ, Own.CREATED),
  /** Only in beta. */
  GET_ANY_DECISION("/decisions/{id}", Right.READ, Own.CREATED, Own.REVIEWED),
  /** Only in beta. */
  FILTER_ALL_DECISIONS("/decisions/filterByCurrentUser(on='reviewer')", Right.NONE, Own.REVIEWED),
  /** Only in beta. */
  RECORD_DECISIONS_ANYWHERE(
      "POST",
      "/decisions/filterByCurrentUser(on='reviewer')/recordAllDecisions",
      Right.REVIEW,
      Own.REVIEWED),
  /** The signed-in user; an application is none. */
  GET_ME("GET", "/me", DIRECTORY_READ_ALL, null, Right.NONE),
  READ_USERS("GET", "/users", DIRECTORY_READ_ALL, DIRECTORY_READ_ALL, Right.NONE),
  WRITE_USERS(
      "POST, PATCH, PUT, DELETE",
      "/users",
      DIRECTORY_READ_WRITE_ALL,
      DIRECTORY_READ_WRITE_ALL,
      Right.MANAGE_DIRECTORY),
  READ_GROUPS("GET", "/groups", DIRECTORY_READ_ALL, DIRECTORY_READ_ALL, Right.NONE),
  WRITE_GROUPS(
      "POST, PATCH, DELETE",
      "/groups",
      DIRECTORY_READ_WRITE_ALL,
      DIRECTORY_READ_WRITE_ALL,
      Right.MANAGE_DIRECTORY),
  READ_SERVICE_PRINCIPALS(
      "GET", "/servicePrincipals", DIRECTORY_READ_ALL, DIRECTORY_READ_ALL, Right.NONE),
  WRITE_SERVICE_PRINCIPALS(
      "POST, DELETE",
      "/servicePrincipals",
      DIRECTORY_READ_WRITE_ALL,
      DIRECTORY_READ_WRITE_ALL,
      Right.MANAGE_DIRECTORY),
  READ_ROLES(
      "GET", "/roleManagement/directory", DIRECTORY_READ_ALL, DIRECTORY_READ_ALL, Right.NONE),
  WRITE_ROLES(
      "POST, DELETE",
      "/roleManagement/directory",
      DIRECTORY_READ_WRITE_ALL,
      DIRECTORY_READ_WRITE_ALL,
      Right.MANAGE_DIRECTORY),
  /** Outside of the service roots. */
  IMPORT_DIRECTORY(
      "PUT",
      "/directory/import",
      DIRECTORY_READ_WRITE_ALL,
      DIRECTORY_READ_WRITE_ALL,
      Right.MANAGE_DIRECTORY);

  /** What a signed-in user may reach without a directory role, because it is their own. */
  public enum Own {
    /** Reviews that the user created. */
    CREATED,
    /** Reviews in which the user is a reviewer. */
    REVIEWED
  }

  private final String methods;
  private final String path;
  private final Permission delegated;
  private final @Nullable Permission application;
  private final Right right;
  private final Set<Own> own;

  /** A change of reviews. */
  Operation(String methods, String path, Right right, Own... own) {
    this(methods, path, ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, right, own);
  }

  /** A read of reviews. */
  Operation(String path, Right right, Own... own) {
    this("GET", path, ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, right, own);
  }

  Operation(
      String methods,
      String path,
      Permission delegated,
      @Nullable Permission application,
      Right right,
      Own... own) {
    this.methods = methods;
    this.path = path;
    this.delegated = delegated;
    this.application = application;
    this.right = right;
    var all = EnumSet.noneOf(Own.class);
    all.addAll(Arrays.asList(own));
    this.own = Collections.unmodifiableSet(all);
  }

  /** The HTTP methods that ask for it, separated by commas. */
  public String methods() {
    return methods;
  }

  /** Whether it concerns the built-in directory, not reviews. */
  public boolean isOfDirectory() {
    return delegated == DIRECTORY_READ_ALL || delegated == DIRECTORY_READ_WRITE_ALL;
  }

  /**
   * Where it is, below {@code identityGovernance/accessReviews}; operations of the directory are
   * below the service root, and this is all that begins so.
   */
  public String path() {
    return path;
  }

  /** The permission in the token of a signed-in user. */
  public Permission delegated() {
    return delegated;
  }

  /** The permission in the token of an application; null where none lets an application in. */
  public @Nullable Permission application() {
    return application;
  }

  /** The right that a directory role of the signed-in user gives. */
  public Right right() {
    return right;
  }

  /** Which reviews of their own a signed-in user reaches without a directory role. */
  public Set<Own> own() {
    return own;
  }

  /** Whether something is written: then nothing is said of what the caller may not write. */
  boolean writes() {
    return right == Right.WRITE;
  }
}
