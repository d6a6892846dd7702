package accessreviews.scopes;

import accessreviews.odata.query.GraphUrl;
import java.util.List;
import java.util.Locale;

/**
 * The two spellings of a query for the assignments of an access package: v1.0 has {@code
 * assignments} and {@code accessPackage/id}, beta {@code accessPackageAssignments} and {@code
 * accessPackageId} (observed.md, O1). Both mean the same.
 */
final class AccessPackageSpelling {
  /** The collection in beta's spelling, by which lists are searched. */
  static final String OF_BETA = "accessPackageAssignments";

  private static final List<String> V1 =
      List.of("identitygovernance", "entitlementmanagement", "assignments");

  private AccessPackageSpelling() {}

  /** Whether {@code url} is a query in the spelling of v1.0. */
  static boolean isOfV1(GraphUrl url) {
    return !url.relative()
        && url.path().stream().map(segment -> segment.toLowerCase(Locale.ROOT)).toList().equals(V1)
        && url.filter().isPresent();
  }

  /** Whether {@code url} is a query in the spelling of beta. */
  static boolean isOfBeta(GraphUrl url) {
    return !url.relative() && url.path().getLast().equalsIgnoreCase(OF_BETA);
  }

  /** The query {@code canonical}, in lower case, in the spelling of beta. */
  static String ofBeta(String canonical) {
    return canonical.startsWith("/" + String.join("/", V1) + "?")
        ? canonical
            .replace("/assignments?", "/" + OF_BETA.toLowerCase(Locale.ROOT) + "?")
            .replace("accesspackage/id", "accesspackageid")
            .replace("assignmentpolicy/id", "assignmentpolicyid")
            .replace("catalog/id", "catalogid")
        : canonical;
  }
}
