package accessreviews.odata.reads;

import accessreviews.odata.PublicUrl;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.CleanText;
import accessreviews.odata.query.OptionsParser;
import accessreviews.odata.query.QueryOptions;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A read request with its query options.
 *
 * @param url the URL without query options
 */
public record ODataRequest(ServiceRoot root, String url, QueryOptions options) {
  private static final Set<String> OF_WHOLE = Set.of("$format");
  private static final Set<String> OF_ENTITY = Set.of("$select", "$expand", "$format");
  private static final Set<String> OF_MEMBERS = Set.of("$select", "$count", "$format");
  private static final Set<String> OF_COUNT = Set.of("$filter", "$format");
  private static final Set<String> OF_LIST =
      Set.of(
          "$top",
          "$skip",
          "$select",
          "$filter",
          "$orderby",
          "$count",
          "$expand",
          "$format",
          "$skiptoken");

  /** The options that beta also takes without {@code $}. */
  private static final Set<String> KNOWN =
      Set.of(
          "$top",
          "$skip",
          "$select",
          "$filter",
          "$orderby",
          "$count",
          "$expand",
          "$format",
          "$skiptoken",
          "$search",
          "$apply",
          "$compute");

  /**
   * Options with a number. A value that is not a number gets the same refusal, whatever its
   * characters.
   */
  private static final Set<String> NUMBERS = Set.of("$top", "$skip");

  /** A read that takes no options. */
  public static ODataRequest ofWhole(UriInfo uri) {
    return of(uri, OF_WHOLE);
  }

  /** A read of a collection. */
  public static ODataRequest ofList(UriInfo uri) {
    return of(uri, OF_LIST);
  }

  /** A read of a collection that is not stored. */
  public static ODataRequest ofMembers(UriInfo uri) {
    return of(uri, OF_MEMBERS);
  }

  /** A read of the number of rows in a collection. */
  public static ODataRequest ofCount(UriInfo uri) {
    return of(uri, OF_COUNT);
  }

  /** A read of one resource. */
  public static ODataRequest ofEntity(UriInfo uri) {
    return of(uri, OF_ENTITY);
  }

  private static ODataRequest of(UriInfo uri, Set<String> taken) {
    var root = ServiceRoot.of(uri);
    var options = new LinkedHashMap<String, String>();
    for (var sent : QueryString.of(uri)) {
      var name = option(sent.name(), root);
      if (!name.isEmpty()) {
        if (!taken.contains(name)) {
          throw OptionsParser.unsupported(sent.name(), sent.name());
        }
        take(options, name, sent.value());
      }
    }
    return new ODataRequest(root, PublicUrl.ofPath(uri).toString(), OptionsParser.parse(options));
  }

  /** The option with the name {@code sent}, with {@code $}; empty if it is not an option. */
  private static String option(String sent, ServiceRoot root) {
    var name = sent.toLowerCase(Locale.ROOT);
    if (name.startsWith("$")) {
      return name;
    }
    return root.isBeta() && KNOWN.contains("$" + name) ? "$" + name : "";
  }

  private static void take(Map<String, String> options, String name, String value) {
    if (options.putIfAbsent(name, value) != null) {
      throw refused(name, "The query option '%s' is given more than once.");
    }
    if (!CleanText.isClean(value) && !NUMBERS.contains(name)) {
      throw refused(
          name,
          "Invalid value for the query option '%s': expected Unicode text without NUL characters.");
    }
  }

  private static Refused refused(String name, String sentence) {
    return new Refused(Refusal.INVALID_QUERY_OPTION, name, sentence.formatted(name));
  }
}
