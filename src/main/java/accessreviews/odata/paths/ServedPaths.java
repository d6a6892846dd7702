package accessreviews.odata.paths;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paths that are served below the service roots {@code /v1.0} and {@code /beta}. */
public final class ServedPaths {
  public static final String BATCH = "$batch";

  private static final Pattern ROOT =
      Pattern.compile("/(v1\\.0|beta)(/.*)?", Pattern.CASE_INSENSITIVE);
  private static final String AR = "identityGovernance/accessReviews";

  /** One path a line; {@code {id}} is a key, {@code microsoft.graph.} stands before operations. */
  private static final String IN_BOTH_VERSIONS =
      """
      $batch
      $metadata
      AR
      AR/definitions
      AR/definitions/$count
      AR/definitions/microsoft.graph.filterByCurrentUser(on='reviewer')
      AR/definitions/{id}
      AR/definitions/{id}/microsoft.graph.stop
      AR/definitions/{id}/instances
      AR/definitions/{id}/instances/$count
      AR/definitions/{id}/instances/microsoft.graph.filterByCurrentUser(on='reviewer')
      AR/definitions/{id}/instances/{id}
      AR/definitions/{id}/instances/{id}/microsoft.graph.acceptRecommendations
      AR/definitions/{id}/instances/{id}/microsoft.graph.applyDecisions
      AR/definitions/{id}/instances/{id}/applyPreview
      AR/definitions/{id}/instances/{id}/microsoft.graph.batchRecordDecisions
      AR/definitions/{id}/instances/{id}/microsoft.graph.resetDecisions
      AR/definitions/{id}/instances/{id}/microsoft.graph.sendReminder
      AR/definitions/{id}/instances/{id}/microsoft.graph.stop
      AR/definitions/{id}/instances/{id}/contactedReviewers
      AR/definitions/{id}/instances/{id}/contactedReviewers/$count
      AR/definitions/{id}/instances/{id}/contactedReviewers/{id}
      AR/definitions/{id}/instances/{id}/decisions
      AR/definitions/{id}/instances/{id}/decisions/$count
      AR/definitions/{id}/instances/{id}/decisions/microsoft.graph.filterByCurrentUser(on='reviewer')
      AR/definitions/{id}/instances/{id}/decisions/{id}
      AR/definitions/{id}/instances/{id}/decisions/{id}/insights
      AR/definitions/{id}/instances/{id}/decisions/{id}/insights/$count
      AR/definitions/{id}/instances/{id}/decisions/{id}/insights/{id}
      AR/definitions/{id}/instances/{id}/stages
      AR/definitions/{id}/instances/{id}/stages/$count
      AR/definitions/{id}/instances/{id}/stages/microsoft.graph.filterByCurrentUser(on='reviewer')
      AR/definitions/{id}/instances/{id}/stages/{id}
      AR/definitions/{id}/instances/{id}/stages/{id}/microsoft.graph.stop
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions/$count
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions/microsoft.graph.filterByCurrentUser(on='reviewer')
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions/{id}
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions/{id}/insights
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions/{id}/insights/$count
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions/{id}/insights/{id}
      me
      users
      users/$count
      users/{id}
      users/{id}/manager
      users/{id}/manager/$ref
      groups
      groups/$count
      groups/{id}
      groups/{id}/members
      groups/{id}/members/$count
      groups/{id}/members/$ref
      groups/{id}/members/microsoft.graph.user
      groups/{id}/members/microsoft.graph.user/$count
      groups/{id}/members/{id}/$ref
      groups/{id}/transitiveMembers
      groups/{id}/transitiveMembers/$count
      groups/{id}/transitiveMembers/microsoft.graph.user
      groups/{id}/transitiveMembers/microsoft.graph.user/$count
      groups/{id}/owners
      groups/{id}/owners/$count
      groups/{id}/owners/$ref
      groups/{id}/owners/{id}/$ref
      servicePrincipals
      servicePrincipals/$count
      servicePrincipals/{id}
      servicePrincipals/{id}/owners
      servicePrincipals/{id}/owners/$count
      servicePrincipals/{id}/owners/$ref
      servicePrincipals/{id}/owners/{id}/$ref
      servicePrincipals/{id}/appRoleAssignedTo
      servicePrincipals/{id}/appRoleAssignedTo/$count
      servicePrincipals/{id}/appRoleAssignedTo/{id}
      roleManagement/directory/roleDefinitions
      roleManagement/directory/roleDefinitions/$count
      roleManagement/directory/roleDefinitions/{id}
      roleManagement/directory/roleAssignments
      roleManagement/directory/roleAssignments/$count
      roleManagement/directory/roleAssignments/{id}
      roleManagement/directory/roleEligibilitySchedules
      roleManagement/directory/roleEligibilitySchedules/$count
      roleManagement/directory/roleEligibilitySchedules/{id}
      """;

  private static final String IN_BETA_ONLY =
      """
      AR/decisions
      AR/decisions/$count
      AR/decisions/microsoft.graph.filterByCurrentUser(on='reviewer')
      AR/decisions/microsoft.graph.filterByCurrentUser(on='reviewer')/microsoft.graph.recordAllDecisions
      AR/decisions/microsoft.graph.recordAllDecisions
      AR/decisions/{id}
      AR/definitions/{id}/instances/{id}/definition
      AR/definitions/{id}/instances/{id}/microsoft.graph.stopApplyDecisions
      AR/definitions/{id}/instances/{id}/decisions/microsoft.graph.recordAllDecisions
      AR/definitions/{id}/instances/{id}/stages/{id}/microsoft.graph.acceptRecommendations
      AR/definitions/{id}/instances/{id}/stages/{id}/microsoft.graph.batchRecordDecisions
      AR/definitions/{id}/instances/{id}/stages/{id}/decisions/microsoft.graph.recordAllDecisions
      AR/definitions/{id}/instances/{id}/decisions/{id}/instance
      """;

  /** What Graph does not have. */
  private static final Set<String> OWN =
      Set.of(
          "/dev/token",
          "/directory/import",
          "/emulator/clock",
          "/emulator/clock/advance",
          "/emulator/state");

  private static final Map<String, PathTree> VERSIONS =
      Map.of(
          "v1.0", PathTree.of(lines(IN_BOTH_VERSIONS)),
          "beta", PathTree.of(lines(IN_BOTH_VERSIONS + IN_BETA_ONLY)));

  private ServedPaths() {}

  private static List<String> lines(String text) {
    return text.lines().map(line -> line.replaceFirst("^AR", AR)).toList();
  }

  /** Whether {@code template}, in which keys are <code>{id}</code>, is one of the paths. */
  public static boolean declare(String template) {
    var beta = template.startsWith("/beta/");
    var below = template.replaceFirst("/(v1\\.0|beta)/", "");
    return lines(beta ? IN_BOTH_VERSIONS + IN_BETA_ONLY : IN_BOTH_VERSIONS).stream()
        .map(line -> line.replace("microsoft.graph.", "").replaceFirst("\\(.*\\)", ""))
        .anyMatch(below::equals);
  }

  /** Whether {@code path} is below a service root, or is one. */
  public static boolean contain(String path) {
    return ROOT.matcher(path).matches();
  }

  /** Whether {@code path} is outside of the service roots, and served. */
  static boolean isOwn(String path) {
    return OWN.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** Where {@code path} leads to, in whatever spelling; empty outside of the service roots. */
  public static Optional<PathTree.Way> way(String path, @Nullable String query) {
    var match = ROOT.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    var version = match.group(1).toLowerCase(Locale.ROOT);
    var below = match.group(2) == null ? "" : match.group(2);
    var segments = Arrays.stream(below.split("/")).filter(segment -> !segment.isEmpty()).toList();
    return Optional.of(
        VERSIONS
            .getOrDefault(version, PathTree.NOTHING)
            .way("/" + version, segments, name -> parameter(query, name)));
  }

  private static @Nullable String parameter(@Nullable String query, String name) {
    try {
      var values = new QueryStringDecoder(query == null ? "" : query, false).parameters().get(name);
      return values == null ? null : values.getFirst().replaceAll("^'(.*)'$", "$1");
    } catch (IllegalArgumentException e) {
      return null; // no query that can be read
    }
  }
}
