package accessreviews.scopes;

import accessreviews.odata.Guid;
import accessreviews.odata.query.Expression;
import accessreviews.odata.query.FilterParser;
import accessreviews.odata.query.GraphUrl;
import accessreviews.odata.query.Limits;
import accessreviews.refusal.Refused;
import java.util.Locale;
import java.util.Optional;

/**
 * A query of a scope or reviewer as the caller wrote it. Callers write the same query with or
 * without service root, {@code $count=true}, blanks around it, or a slash before the question mark.
 */
public record GraphQuery(String sent) {
  private static final Expression GUESTS =
      FilterParser.parse("$filter", "userType eq 'Guest'", Limits.BODY);
  private static final String GROUPS = "groups";

  public GraphQuery {
    sent = sent.strip();
  }

  /** The parsed query; empty if it is not OData. */
  Optional<GraphUrl> url() {
    try {
      return Optional.of(GraphUrl.parse(sent));
    } catch (Refused e) {
      return balancedUrl();
    }
  }

  /** The parsed query without the stray quote in Graph's own examples for teams. */
  private Optional<GraphUrl> balancedUrl() {
    try {
      return Optional.of(GraphUrl.parse(balanced(sent)));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private static String balanced(String query) {
    return query.replace("')')", "'))");
  }

  /** Whether the query is relative to the reviewed resource, such as {@code ./manager}. */
  public boolean isRelative() {
    return sent.startsWith("./");
  }

  /** The kind of resource that the query names. */
  ResourceKind resourceKind() {
    return canonical().startsWith("/rolemanagement/")
        ? ResourceKind.ENTRA_ROLE
        : ResourceKind.GROUP_OR_APP;
  }

  /** The query for one group, if it is relative to the groups of an enumeration. */
  String within(String group) {
    return isRelative() ? "/v1.0/groups/" + group + sent.substring(1) : sent;
  }

  /** The id of the group that the query starts at. */
  public Optional<String> group() {
    return idIn(GROUPS);
  }

  /** The id of the team that the query starts at. */
  public Optional<String> team() {
    return idIn("teams");
  }

  private Optional<String> idIn(String set) {
    return url()
        .filter(url -> !url.relative() && url.path().size() > 1 && startsAt(url, set))
        .map(url -> url.path().get(1).toLowerCase(Locale.ROOT))
        .filter(Guid::is);
  }

  private static boolean startsAt(GraphUrl url, String set) {
    return url.path().getFirst().equalsIgnoreCase(set);
  }

  /**
   * The query in canonical form: lower case, no service root, no {@code $count}. Queries with the
   * same meaning are equal in this form. It is a name, to be compared and not to be parsed: its
   * values are decoded already.
   */
  public String canonical() {
    return AccessPackageSpelling.ofBeta(
        url()
            .map(url -> url.question().toString())
            .orElse(sent) // no form of query is like that, so it is refused later
            .toLowerCase(Locale.ROOT));
  }

  /**
   * What the query asks, with names in lower case and values as sent; only for queries of a
   * supported form.
   */
  public GraphUrl question() {
    return url()
        .map(GraphUrl::question)
        .orElseThrow(() -> new IllegalArgumentException("No OData: " + sent));
  }

  /** The query with service root, as answers show reviewers. */
  public String rooted() {
    return rooted(sent, url());
  }

  private static String rooted(String query, Optional<GraphUrl> url) {
    if (query.startsWith("./")) {
      return query;
    }
    var absolute = query.startsWith("/") ? query : "/" + query;
    if (url.isPresent() && !url.get().root().isEmpty()) {
      return absolute;
    }
    var ofRoles = url.isPresent() && startsAt(url.get(), "roleManagement");
    return (ofRoles ? "/beta" : "/v1.0") + absolute;
  }

  /**
   * The query as answers show scopes: with service root, and with {@code $count=true} if it has a
   * filter.
   */
  public String counted() {
    var url = url();
    var rooted = rooted(balanced(sent), url);
    if (url.isPresent() && AccessPackageSpelling.isOfV1(url.get())) {
      var filter = url.get().filter().map(Expression::toString).orElse("");
      return rooted.substring(0, rooted.indexOf('?')) + "?$filter=(" + filter + ")";
    }
    if (url.isEmpty() || url.get().isCounted() || url.get().options().isEmpty()) {
      return rooted;
    }
    if (url.get().path().size() == 1 && startsAt(url.get(), GROUPS)) {
      return rooted + "&$count=true";
    }
    return asksForGuests(url.get()) ? rooted.replaceFirst("\\?", "?\\$count=true&") : rooted;
  }

  /**
   * The text in which lists search queries: the query as answers show it, and the other spelling of
   * one for access packages.
   */
  String searched() {
    return url().filter(AccessPackageSpelling::isOfV1).isPresent()
        ? counted() + " " + AccessPackageSpelling.OF_BETA
        : counted();
  }

  private static boolean asksForGuests(GraphUrl url) {
    return url.options().getFirst() instanceof GraphUrl.Option.Filter filter
        && filter.expression().conjuncts().stream().anyMatch(term -> QueryForm.fits(GUESTS, term));
  }
}
