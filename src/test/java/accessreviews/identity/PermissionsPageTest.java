package accessreviews.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.identity.browser.PortalSignIn;
import accessreviews.scopes.ResourceKind;
import accessreviews.testing.Resources;
import accessreviews.testing.Resources.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/permissions.md says what the operations {@link Requires require} of their callers. */
class PermissionsPageTest {
  private static final Path PAGE = Path.of("docs", "permissions.md");

  @Test
  void showsTheOperationsAsTheyAre() throws IOException {
    var operations =
        operations(privilege -> !privilege.isOfDirectory()).entrySet().stream()
            .filter(operation -> !operation.getKey().path().endsWith("/$count"))
            .map(operation -> row(operation.getKey(), operation.getValue()))
            .collect(joining("\n"));

    assertThat(Files.readString(PAGE, UTF_8))
        .contains(
            """
            | Operation | Signed-in user | Application | Right | One's own |
            |---|---|---|---|---|
            """
                + operations
                + "\n\n");
  }

  @Test
  void showsTheOperationsOfTheDirectoryAsTheyAre() throws IOException {
    var operations =
        operations(Privilege::isOfDirectory).entrySet().stream()
            .map(operation -> directoryRow(operation.getKey(), operation.getValue()))
            .collect(joining("\n"));

    assertThat(Files.readString(PAGE, UTF_8))
        .contains(
            """
            | Operation | Signed-in user | and one of the roles | Application |
            |---|---|---|---|
            """
                + operations
                + "\n\n");
  }

  /** What is asked for at one place, or in the directory below one. */
  private record Asked(String path, Privilege privilege) implements Comparable<Asked> {
    static Asked of(Operation operation) {
      var privilege = required(operation);
      var path = operation.path();
      return new Asked(
          privilege.isOfDirectory()
              ? path.replaceFirst("^/\\{version}(/[^/]+).*", "$1")
              : path.replace("/{version}/identityGovernance/accessReviews", "…")
                  .replace("/{version}/", "/")
                  .replace("filterByCurrentUser", "filterByCurrentUser(on='reviewer')"),
          privilege);
    }

    @Override
    public int compareTo(Asked other) {
      return Comparator.comparing(Asked::path).thenComparing(Asked::privilege).compare(this, other);
    }
  }

  /** The methods by which each is asked for, in the order of the paths. */
  private static Map<Asked, String> operations(Predicate<Privilege> wanted) {
    return Resources.operations()
        .filter(operation -> !PortalSignIn.isPage(operation.path()))
        .filter(operation -> operation.has(Requires.class))
        .filter(operation -> wanted.test(required(operation)))
        .collect(
            groupingBy(
                Asked::of,
                TreeMap::new,
                mapping(
                    Operation::verb,
                    collectingAndThen(
                        toCollection(TreeSet::new), verbs -> String.join(", ", verbs)))));
  }

  private static Privilege required(Operation operation) {
    return operation.method().getAnnotation(Requires.class).value();
  }

  private static String directoryRow(Asked asked, String verbs) {
    var privilege = asked.privilege();
    return "| %s `%s` | %s | %s | %s |"
        .formatted(
            verbs,
            asked.path(),
            privilege.delegated().value(),
            roles(privilege.right()),
            application(privilege));
  }

  /** The roles that give {@code right}; those for role-assignable groups alone have a mark. */
  private static String roles(Right right) {
    var others = right.rolesFor(ResourceKind.GROUP_OR_APP);
    return Stream.concat(
            others.stream().map(DirectoryRole::displayName),
            right.rolesFor(ResourceKind.ROLE_ASSIGNABLE_GROUP).stream()
                .filter(role -> !others.contains(role))
                .map(role -> role.displayName() + " (role-assignable groups)"))
        .collect(joining(", "));
  }

  private static String application(Privilege privilege) {
    var application = privilege.application();
    return application == null ? "not supported" : application.value();
  }

  @Test
  void showsTheRolesAsTheyAre() throws IOException {
    var roles =
        Arrays.stream(DirectoryRole.values()).map(PermissionsPageTest::row).collect(joining("\n"));

    assertThat(Files.readString(PAGE, UTF_8))
        .contains(
            """
            | Directory role | Template id | Groups and applications | Role-assignable groups | Microsoft Entra roles |
            |---|---|---|---|---|
            """
                + roles
                + "\n\n");
  }

  private static String row(Asked asked, String verbs) {
    var privilege = asked.privilege();
    return "| %s `%s` | %s | %s | %s | %s |"
        .formatted(
            verbs,
            asked.path(),
            privilege.delegated().value(),
            application(privilege),
            privilege.right() == Right.NONE
                ? ""
                : privilege.right().name().toLowerCase(Locale.ROOT),
            privilege.own().stream()
                .map(own -> own.name().toLowerCase(Locale.ROOT))
                .collect(joining(", ")));
  }

  private static String row(DirectoryRole role) {
    return "| %s | `%s` | %s | %s | %s |"
        .formatted(
            role.displayName(),
            role.templateId(),
            rights(role, ResourceKind.GROUP_OR_APP),
            rights(role, ResourceKind.ROLE_ASSIGNABLE_GROUP),
            rights(role, ResourceKind.ENTRA_ROLE));
  }

  private static String rights(DirectoryRole role, ResourceKind kind) {
    return Set.of(Right.READ, Right.WRITE).stream()
        .sorted()
        .filter(right -> right.rolesFor(kind).contains(role))
        .map(right -> right.name().toLowerCase(Locale.ROOT))
        .collect(joining(", "));
  }
}
