package accessreviews.testcontainers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who calls Microsoft Graph: an application with its app roles, or a signed-in user with delegated
 * permissions and directory roles.
 *
 * @param claims what the token says of the caller
 */
public record Caller(Map<String, Object> claims) {
  private static final String OBJECT_ID = "oid";

  public Caller {
    claims = Map.copyOf(claims);
  }

  /** An application that has been granted {@code permissions}: {@code AccessReview.Read.All}. */
  public static Caller application(String... permissions) {
    return new Caller(
        Map.of(
            OBJECT_ID,
            UUID.randomUUID().toString(),
            "idtyp",
            "app",
            "roles",
            List.of(permissions)));
  }

  /**
   * The user with the object id {@code id}, for whom a client calls with {@code permissions}. Users
   * who review need no directory role.
   */
  public static Caller user(String id, String... permissions) {
    return new Caller(
        Map.of(OBJECT_ID, id, "scp", String.join(" ", permissions), "wids", List.of()));
  }

  /** The same caller with the directory roles whose template ids these are. */
  public Caller withDirectoryRoles(String... templateIds) {
    var more = new HashMap<>(claims);
    more.put("wids", List.of(templateIds));
    return new Caller(more);
  }
}
