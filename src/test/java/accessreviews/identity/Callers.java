package accessreviews.identity;

import accessreviews.testing.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every kind of caller there is, and what the seeds and the reference let each reach: written down
 * here once more, and not taken from the service.
 *
 * @param claims of the caller's token
 * @param may the rights, one word each: {@code list}, and {@code read} or {@code write} of a {@code
 *     group} review, a {@code guarded} one (of a role-assignable group) or a {@code role} review,
 *     such as {@code read-group}
 */
record Callers(String name, String claims, List<String> may) {
  static final String CREATOR = "00000000-0000-4000-8000-0000000000c1";
  static final String REVIEWER = "00000000-0000-4000-8000-0000000000e1";
  private static final String SOMEONE = "00000000-0000-4000-8000-0000000000a1";

  private static final String READ_ALL = "list read-group read-guarded read-role";
  private static final String ALL = READ_ALL + " write-group write-guarded write-role";

  /** Everyone, by the kind of token that they carry. */
  static Stream<Callers> all() {
    return Stream.of(
        user("Global Administrator", "62e90394-69f5-4237-9190-012177145e10", ALL),
        user(
            "Global Reader",
            "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
            "list read-group read-guarded"),
        user("Security Reader", "5d6b6bb7-de71-4623-b4af-96380a352509", READ_ALL),
        user("Security Administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d", READ_ALL),
        user(
            "User Administrator",
            "fe930be7-5e62-47db-91af-98c3a49a38b1",
            "list read-group read-guarded write-group"),
        user(
            "Identity Governance Administrator",
            "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e",
            READ_ALL + " write-group write-role"),
        user(
            "Privileged Role Administrator",
            "e8611ab8-c189-46e8-94e1-60213ab1f814",
            "list read-guarded write-guarded read-role write-role"),
        user("Application Administrator", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", ""),
        user("nobody in particular", "", ""),
        token(
            "Global Administrator with a token to read",
            "\"oid\":\"%s\",\"scp\":\"AccessReview.Read.All\",\"wids\":[\"62e90394-69f5-4237-9190-012177145e10\"]"
                .formatted(SOMEONE),
            READ_ALL),
        token(
            "Global Administrator with a token for something else",
            "\"oid\":\"%s\",\"scp\":\"User.Read openid\",\"wids\":[\"62e90394-69f5-4237-9190-012177145e10\"]"
                .formatted(SOMEONE),
            ""),
        token(
            "Global Administrator whose permission is a role of an application",
            "\"oid\":\"%s\",\"scp\":\"\",\"roles\":[\"AccessReview.ReadWrite.All\"],\"wids\":[\"62e90394-69f5-4237-9190-012177145e10\"]"
                .formatted(SOMEONE),
            ""),
        token(
            "Global Administrator with a personal account",
            "\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"tid\":\"9188040d-6c67-4c5b-b112-36a304b66dad\",\"wids\":[\"62e90394-69f5-4237-9190-012177145e10\"]"
                .formatted(SOMEONE),
            ""),
        token(
            "Global Administrator without an object id",
            "\"scp\":\"AccessReview.ReadWrite.All\",\"wids\":[\"62e90394-69f5-4237-9190-012177145e10\"]",
            ""),
        token("application that writes", "\"roles\":[\"AccessReview.ReadWrite.All\"]", ALL),
        token("application that reads", "\"roles\":[\"AccessReview.Read.All\"]", READ_ALL),
        token("application for something else", "\"roles\":[\"User.Read.All\"]", ""),
        token("application without permissions", "\"oid\":\"%s\"".formatted(SOMEONE), ""));
  }

  private static Callers user(String name, String role, String may) {
    return token(
        name,
        "\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"wids\":[%s]"
            .formatted(SOMEONE, role.isEmpty() ? "" : "\"" + role + "\""),
        may);
  }

  private static Callers token(String name, String claims, String may) {
    return new Callers(
        name,
        "{" + claims + "}",
        Arrays.stream(may.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toList()));
  }

  /** A user without any role. */
  static String user(String id) {
    return Tokens.claims(id, "AccessReview.ReadWrite.All");
  }

  boolean may(String right) {
    return may.contains(right);
  }

  /** Whether the caller has {@code right}, such as {@code read}, for reviews of some kind. */
  boolean maySome(String right) {
    return may(right + "-group") || may(right + "-guarded") || may(right + "-role");
  }

  /** Whether the caller has {@code right} for reviews of every kind. */
  boolean mayAll(String right) {
    return may(right + "-group") && may(right + "-guarded") && may(right + "-role");
  }

  @Override
  public String toString() {
    return name;
  }
}
