package accessreviews.odata.paths;

import jakarta.ws.rs.Priorities;

/**
 * The order in which a request passes the filters in front of its resource; the one list of them.
 * Every filter takes its number from here, in the order of the constants below.
 *
 * <p>The handlers of the router run first, the highest number first, and also on paths that are not
 * served. The filters of JAX-RS run after them, the lowest number first. Quarkus' own handlers for
 * CORS (300), authentication (200) and authorization (100) are handlers of the router, too. A token
 * is checked when the first filter asks for the caller, because {@code quarkus.http.auth.proactive}
 * is off.
 */
public final class FilterOrder {
  /**
   * Router: the ids of the request and the date are in the answer and the log, whatever follows.
   */
  public static final int REQUEST_IDS = 10_000;

  /** Router: the path and If-Match get their canonical form, by a reroute where they differ. */
  public static final int CANONICAL_PATH = 9_000;

  /** Router: pages have their headers, also those that the sign-in refuses. */
  public static final int PAGES = 8_000;

  /**
   * Router, behind Quarkus' handler for authentication: the small JSON body of a caller with a
   * valid token is read before a worker thread is taken.
   */
  public static final int SMALL_BODIES = 150;

  /** Router: the time of a small body is over. */
  public static final int SMALL_BODY_IS_HERE = 149;

  /** JAX-RS, before matching: 414 for a long URL, 431 for large headers. */
  public static final int LIMITS = Priorities.AUTHENTICATION;

  /** JAX-RS, before matching: 401 without a valid token, whatever the path is. */
  public static final int TOKEN = Priorities.USER;

  /** JAX-RS, before matching: 400 or 404 for a path that is not served. */
  public static final int SERVED_PATH = Priorities.USER + 1;

  /** JAX-RS, on the way back: the media type of Graph and {@code OData-Version}. */
  public static final int ANSWER_HEADERS = Priorities.USER;

  private FilterOrder() {}
}
