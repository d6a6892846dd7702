package accessreviews.identity;

import static accessreviews.identity.Permission.ACCESS_REVIEW_READ_ALL;
import static accessreviews.identity.Permission.ACCESS_REVIEW_READ_WRITE_ALL;
import static accessreviews.identity.Permission.DIRECTORY_READ_ALL;
import static accessreviews.identity.Permission.DIRECTORY_READ_WRITE_ALL;
import static accessreviews.identity.Permission.POLICY_READ_ALL;
import static accessreviews.identity.Permission.POLICY_READ_WRITE_ACCESS_REVIEW;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The requirement of an operation: a permission in the token, and for signed-in users also a
 * directory role or a review of their own (seeds, "Permissions"; operations.md, "Index"). Each
 * operation names one by {@link Requires}. {@link Right} says which roles, for each kind of review.
 */
@SuppressWarnings("ImmutableEnumChecker") // the set is unmodifiable
public enum Privilege {
  /** To read the set of access reviews itself, without any review in it. */
  ENTER(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.NONE),
  /**
   * To read collections, by a role or in reviews that the caller created or whose group is theirs.
   */
  LIST(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.READ, Own.CREATED, Own.OWNED),
  /** To read single resources: those of {@link #LIST}, and in reviews that the caller reviews. */
  READ(
      ACCESS_REVIEW_READ_ALL,
      ACCESS_REVIEW_READ_ALL,
      Right.READ,
      Own.CREATED,
      Own.OWNED,
      Own.REVIEWED),
  /** To read the evidence of an instance, by a role or in reviews that the caller created. */
  READ_PACKAGE(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.READ, Own.CREATED),
  /** To read the reviews and items that the caller reviews. */
  READ_REVIEWED(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.NONE, Own.REVIEWED),
  /** To read the same where only signed-in users are served. */
  READ_PENDING(ACCESS_REVIEW_READ_ALL, null, Right.NONE, Own.REVIEWED),
  /** To change reviews, by a role or where the group is the caller's. */
  WRITE(ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.WRITE, Own.OWNED),
  /** To answer the items that the caller reviews; applications cannot. */
  ANSWER_SIGNED_IN(ACCESS_REVIEW_READ_WRITE_ALL, null, Right.NONE, Own.REVIEWED),
  /** To answer the items that the caller reviews; applications answer all items. */
  ANSWER(ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.REVIEW, Own.REVIEWED),
  /** To read the evidence log, which tells of reviews of every kind. */
  READ_EVIDENCE(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.AUDIT),
  /**
   * To list reports about the history of reviews: all of them, or those that the caller created.
   */
  LIST_HISTORY(
      ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.LIST_HISTORY, Own.CREATED),
  /** To read what a report about the history of reviews is about. */
  READ_HISTORY(ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.READ, Own.CREATED),
  /** To ask for a report, which is about the kinds of reviews that the caller reads by a role. */
  CREATE_HISTORY(ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.READ),
  /** To download a report: by a role that writes reviews, or because the caller created it. */
  DOWNLOAD_HISTORY(
      ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.WRITE, Own.CREATED),
  /** To read the policy of access reviews. */
  READ_POLICY(POLICY_READ_ALL, POLICY_READ_ALL, Right.MANAGE_POLICY),
  /** To switch the policy of access reviews. */
  WRITE_POLICY(
      POLICY_READ_WRITE_ACCESS_REVIEW, POLICY_READ_WRITE_ACCESS_REVIEW, Right.MANAGE_POLICY),
  /** To read the caller's own user in the directory; an application has none. */
  READ_ONESELF(DIRECTORY_READ_ALL, null, Right.NONE),
  /** To read the built-in directory. */
  READ_DIRECTORY(DIRECTORY_READ_ALL, DIRECTORY_READ_ALL, Right.NONE),
  /** To change users and applications of the built-in directory. */
  WRITE_DIRECTORY(DIRECTORY_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL, Right.MANAGE_DIRECTORY),
  /** To change groups of the built-in directory, within the kinds that the caller may. */
  WRITE_GROUPS(DIRECTORY_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL, Right.MANAGE_GROUPS),
  /** To change roles of the built-in directory, and who has them. */
  WRITE_ROLES(DIRECTORY_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL, Right.MANAGE_ROLES),
  /** To fill the built-in directory from files. */
  IMPORT(DIRECTORY_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL, Right.IMPORT);

  /** The reviews of their own that a signed-in user reaches without a directory role. */
  public enum Own {
    /** Reviews that the user created. */
    CREATED,
    /** Reviews of a group that the user owns, while the policy lets owners manage them. */
    OWNED,
    /** Reviews in which the user is a reviewer. */
    REVIEWED
  }

  private final Permission delegated;
  private final @Nullable Permission application;
  private final Right right;
  private final Set<Own> own;

  Privilege(Permission delegated, @Nullable Permission application, Right right, Own... own) {
    this.delegated = delegated;
    this.application = application;
    this.right = right;
    var all = EnumSet.noneOf(Own.class);
    all.addAll(Arrays.asList(own));
    this.own = Collections.unmodifiableSet(all);
  }

  /** Whether it concerns the built-in directory, not reviews. */
  boolean isOfDirectory() {
    return delegated == DIRECTORY_READ_ALL || delegated == DIRECTORY_READ_WRITE_ALL;
  }

  /** Whether it is to change single objects of the built-in directory. */
  public boolean editsDirectory() {
    return delegated == DIRECTORY_READ_WRITE_ALL && this != IMPORT;
  }

  /** The permission in the token of a signed-in user. */
  Permission delegated() {
    return delegated;
  }

  /** The permission in the token of an application; null if no application is allowed. */
  @Nullable Permission application() {
    return application;
  }

  /** The right that a directory role of the signed-in user gives. */
  Right right() {
    return right;
  }

  /** Which reviews of their own a signed-in user reaches without a directory role. */
  Set<Own> own() {
    return own;
  }

  /**
   * Whether the operation changes reviews. Its refusals then do not reveal ids of reviews that the
   * caller may not write.
   */
  boolean writes() {
    return right == Right.WRITE;
  }
}
