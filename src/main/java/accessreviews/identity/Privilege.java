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
 * What an operation requires of its caller: a permission in the token, and of signed-in users a
 * directory role or that the review is their own (seeds, "Permissions"; operations.md, "Index").
 * Each operation names one by {@link Requires}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the set is unmodifiable
public enum Privilege {
  /** To see that there are access reviews, and nothing of them. */
  ENTER(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.NONE),
  /** To read everything in a place: with a role, or reviews that one created. */
  LIST(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.READ, Own.CREATED),
  /** To read one by one; reviewers read what they review, too. */
  READ(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.READ, Own.CREATED, Own.REVIEWED),
  /** To read what one reviews. */
  READ_REVIEWED(ACCESS_REVIEW_READ_ALL, ACCESS_REVIEW_READ_ALL, Right.NONE, Own.REVIEWED),
  /** To change reviews. */
  WRITE(ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.WRITE),
  /** To answer what one reviews; no application can. */
  ANSWER_SIGNED_IN(ACCESS_REVIEW_READ_WRITE_ALL, null, Right.NONE, Own.REVIEWED),
  /** To answer what one reviews, or as an application everything. */
  ANSWER(ACCESS_REVIEW_READ_WRITE_ALL, ACCESS_REVIEW_READ_WRITE_ALL, Right.REVIEW, Own.REVIEWED),
  /** To read oneself in the directory; an application is no user. */
  READ_ONESELF(DIRECTORY_READ_ALL, null, Right.NONE),
  /** To read the built-in directory. */
  READ_DIRECTORY(DIRECTORY_READ_ALL, DIRECTORY_READ_ALL, Right.NONE),
  /** To change the built-in directory. */
  WRITE_DIRECTORY(DIRECTORY_READ_WRITE_ALL, DIRECTORY_READ_WRITE_ALL, Right.MANAGE_DIRECTORY);

  /** What a signed-in user may reach without a directory role, because it is their own. */
  public enum Own {
    /** Reviews that the user created. */
    CREATED,
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

  /** The permission in the token of a signed-in user. */
  Permission delegated() {
    return delegated;
  }

  /** The permission in the token of an application; null where none lets an application in. */
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

  /** Whether something is written: then nothing is said of what the caller may not write. */
  boolean writes() {
    return right == Right.WRITE;
  }
}
