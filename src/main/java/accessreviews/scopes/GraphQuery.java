package accessreviews.scopes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query of a scope or reviewer as its caller wrote it. Callers write one query in several ways,
 * with or without service root, {@code $count=true}, blanks around it, or a slash before the
 * question mark.
 */
public record GraphQuery(String sent) {
  private static final Pattern ROOT =
      Pattern.compile("^/?(v1\\.0|beta)(?=/)", Pattern.CASE_INSENSITIVE);
  private static final Pattern GUESTS =
      Pattern.compile(
          "\\?\\$filter=(?=\\(?userType(?: |\\+|%20)eq(?: |\\+|%20)'Guest')",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENUMERATION =
      Pattern.compile("^/?((v1\\.0|beta)/)?groups/?\\?.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUP = Pattern.compile("/groups/([0-9a-f-]{36})(?=[/?]|$)");
  private static final Pattern ROLES =
      Pattern.compile("^/?roleManagement/.*", Pattern.CASE_INSENSITIVE);

  public GraphQuery {
    sent = sent.strip();
  }

  /** Whether the query is relative to what is reviewed, such as {@code ./manager}. */
  public boolean isRelative() {
    return sent.startsWith("./");
  }

  /** To what kind of resource the query looks after access. */
  ResourceKind resourceKind() {
    return canonical().startsWith("/rolemanagement/")
        ? ResourceKind.ENTRA_ROLE
        : ResourceKind.GROUP_OR_APP;
  }

  /** The query for one group, where it is relative to the groups of an enumeration. */
  String within(String group) {
    return isRelative() ? "/v1.0/groups/" + group + sent.substring(1) : sent;
  }

  /** The id of the group that the query starts at. */
  public Optional<String> group() {
    var match = GROUP.matcher(canonical());
    return match.lookingAt() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /**
   * The query without the freedom of spelling: two queries that ask the same are equal in this
   * form. Lower case, no service root, no {@code $count}.
   */
  public String canonical() {
    var rootless = ROOT.matcher(sent).replaceFirst("");
    var start = rootless.indexOf('?');
    var path = start < 0 ? rootless : rootless.substring(0, start);
    var trimmed =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    var absolute = isRelative() || trimmed.startsWith("/") ? trimmed : "/" + trimmed;
    var options = start < 0 ? "" : options(rootless.substring(start + 1));
    return (absolute + options).toLowerCase(Locale.ROOT);
  }

  private static String options(String text) {
    var kept =
        Arrays.stream(text.split("&"))
            .map(option -> balanced(decoded(option)).strip().replaceAll("\\s+", " "))
            .filter(option -> !option.equalsIgnoreCase("$count=true") && !option.isEmpty())
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static String decoded(String option) {
    try {
      return URLDecoder.decode(option, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return option; // a stray percent sign: no form of query has one, so it is refused later
    }
  }

  /** Graph's own examples print a stray quote in the query for teams. */
  private static String balanced(String option) {
    return option.replace("')')", "'))");
  }

  /** The query with its service root, as reviewers are read back. */
  public String rooted() {
    if (isRelative()) {
      return sent;
    }
    var absolute = sent.startsWith("/") ? sent : "/" + sent;
    if (ROOT.matcher(absolute).find()) {
      return absolute;
    }
    return (ROLES.matcher(sent).matches() ? "/beta" : "/v1.0") + absolute;
  }

  /** The query as scopes are read back: with its service root, and counted where it filters. */
  public String counted() {
    var rooted = balanced(rooted());
    if (rooted.contains("$count=true")) {
      return rooted;
    }
    return ENUMERATION.matcher(rooted).matches()
        ? rooted + "&$count=true"
        : GUESTS.matcher(rooted).replaceFirst("?\\$count=true&\\$filter=");
  }
}
