package accessreviews.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.scopes.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docs/permissions.md says what {@link Operation} and {@link Right} say. */
class PermissionsPageTest {
  private static final Path PAGE = Path.of("docs", "permissions.md");

  @Test
  void showsTheOperationsAsTheyAre() throws IOException {
    var operations =
        Arrays.stream(Operation.values())
            .filter(operation -> !operation.isOfDirectory())
            .map(PermissionsPageTest::row)
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
        Arrays.stream(Operation.values())
            .filter(Operation::isOfDirectory)
            .map(PermissionsPageTest::directoryRow)
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

  private static String directoryRow(Operation operation) {
    var application = operation.application();
    return "| %s `%s` | %s | %s | %s |"
        .formatted(
            operation.methods(),
            operation.path(),
            operation.delegated().value(),
            operation.right().rolesFor(ResourceKind.GROUP_OR_APP).stream()
                .map(DirectoryRole::displayName)
                .collect(joining(", ")),
            application == null ? "not supported" : application.value());
  }

  @Test
  void showsTheRolesAsTheyAre() throws IOException {
    var roles =
        Arrays.stream(DirectoryRole.values()).map(PermissionsPageTest::row).collect(joining("\n"));

    assertThat(Files.readString(PAGE, UTF_8))
        .contains(
            """
            | Directory role | Template id | Groups and applications | Microsoft Entra roles |
            |---|---|---|---|
            """
                + roles
                + "\n\n");
  }

  private static String row(Operation operation) {
    var application = operation.application();
    return "| %s `%s` | %s | %s | %s | %s |"
        .formatted(
            operation.methods(),
            "…" + operation.path(),
            operation.delegated().value(),
            application == null ? "not supported" : application.value(),
            operation.right() == Right.NONE
                ? ""
                : operation.right().name().toLowerCase(Locale.ROOT),
            operation.own().stream()
                .map(own -> own.name().toLowerCase(Locale.ROOT))
                .collect(joining(", ")));
  }

  private static String row(DirectoryRole role) {
    return "| %s | `%s` | %s | %s |"
        .formatted(
            role.displayName(),
            role.templateId(),
            rights(role, ResourceKind.GROUP_OR_APP),
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
