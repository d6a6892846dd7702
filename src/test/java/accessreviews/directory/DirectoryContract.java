package accessreviews.directory;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.sql.SqlTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * The organisation on which every adapter of the {@link Directory} is tested, and how its answers
 * are read: everybody and everything in it has an id by name, so that tests speak of names.
 */
abstract class DirectoryContract extends SqlTest {
  static final String READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  /** A Monday. */
  static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  /** The directory that is tested, on the transaction of {@code session}. */
  protected abstract Directory directory(Session session);

  protected abstract Organisation organisation();

  final Directory directory() {
    return directory(session());
  }

  /** The id of whatever is called {@code name}. */
  protected static UUID id(String name) {
    return name.equals("reader")
        ? UUID.fromString(READER)
        : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code text} with the ids of the names in braces. */
  protected static String ids(String text) {
    return NAME.matcher(text).replaceAll(name -> id(name.group(1)).toString());
  }

  @BeforeEach
  void theOrganisation() {
    user("mia", "2026-01-02T00:00:00Z");
    user("ada", "2026-01-01T00:00:00Z");
    user("bob", "2025-10-01T00:00:00Z", "guest", "US");
    user("cyd", null, "guest");
    user("dan", "2025-06-01T00:00:00Z", "disabled", "US");
    user("eve", "2025-12-06T09:00:00Z", "IT"); // thirty days before it is NOW, to the second
    organisation().manager(id("ada"), id("mia"));
    organisation().application(id("wiki"), "wiki", id("wikiapp"));
    organisation().application(id("bot"), "bot", id("botapp"));
    group("team", "Unified", "Team");
    group("nest");
    group("deep");
    group("other", "Unified");
    group("staff", "Unified");
    group("empty", "Unified");
    group("rule", "Unified", "DynamicMembership");
    group("admins", "Unified", "role-assignable");
    group("security");
    members("team", "ada", "bob", "group nest", "servicePrincipal bot");
    members("nest", "bob", "cyd", "group deep");
    members("deep", "dan", "group team"); // a circle
    members("other", "cyd", "eve");
    members("staff", "eve");
    members("rule", "bob");
    members("admins", "bob");
    members("security", "eve");
    for (var owner : List.of("ada", "dan", "bot")) {
      organisation().owner(id("team"), id(owner));
    }
    organisation().owner(id("other"), id("eve"));
    organisation().owner(id("wiki"), id("bob"));
    access();
  }

  private void access() {
    var wiki = id("wiki");
    organisation().assignment(wiki, id("ada"), "user", Instant.parse("2025-11-01T00:00:00Z"));
    organisation().assignment(wiki, id("ada"), "user", Instant.parse("2025-12-01T00:00:00Z"));
    organisation().assignment(wiki, id("bob"), "user", null);
    organisation().assignment(wiki, id("nest"), "group", Instant.parse("2025-12-02T00:00:00Z"));
    organisation().assignment(wiki, id("bot"), "servicePrincipal", null);
    var reader = id("reader");
    organisation().activeRole(reader, id("ada"), "user", "Assigned");
    organisation().activeRole(reader, id("bob"), "user", "Activated");
    organisation().activeRole(reader, id("other"), "group", "Assigned");
    organisation().activeRole(reader, id("bot"), "servicePrincipal", "Assigned");
    organisation().eligibleRole(reader, id("ada"), "user");
    organisation().eligibleRole(reader, id("cyd"), "user");
    delivered("policy", "ada", "delivered");
    delivered("policy", "bob", "expired");
    delivered("policies", "eve", "delivered");
    organisation().channel(id("team"), "shared", id("eve"));
    organisation().channel(id("team"), "shared", id("ada"));
    organisation().channel(id("team"), "private", id("mia"));
  }

  protected void delivered(String policy, String user, String state) {
    organisation().accessPackage(id("package"), id(policy), id("catalog"), id(user), state);
  }

  protected void user(String name, @Nullable String lastSignIn, String... traits) {
    organisation()
        .user(
            id(name), name, lastSignIn == null ? null : Instant.parse(lastSignIn), Set.of(traits));
  }

  protected void group(String name, String... traits) {
    organisation().group(id(name), name, Set.of(traits));
  }

  /** Users by their names, others with their kind before it. */
  protected void members(String group, String... members) {
    for (var member : members) {
      var words = member.split(" ", -1);
      organisation()
          .member(id(group), id(words[words.length - 1]), words.length == 1 ? "user" : words[0]);
    }
  }

  /** What {@code answer} says of the resource with the id of {@code resource}, in order. */
  protected List<String> read(DirectoryRows answer, String columns) {
    return select(
        "select concat_ws(' ', %s) from (%s) p".formatted(columns, answer.sql()),
        answer.parameters());
  }

  /** What a lateral join with two resources says; its name is one that an adapter may use too. */
  protected List<String> readForEach(
      String one, String other, DirectoryRows answer, String columns) {
    return select(
        """
        select concat_ws(' ', %s)
        from (values (cast('%s' as uuid)), (cast('%s' as uuid))) u (resource_id)
        cross join lateral (%s) p"""
            .formatted(columns, id(one), id(other), answer.sql()),
        answer.parameters());
  }

  /** As a constant of the statement. */
  protected static String constant(String resource) {
    return "cast('" + id(resource) + "' as uuid)";
  }

  private List<String> select(String sql, Map<String, Object> parameters) {
    assertThat(parameters.keySet()).allMatch(name -> name.startsWith("directory"));
    var query = session().createNativeQuery(sql, String.class);
    parameters.forEach(query::setParameter);
    return query.getResultList().stream().map(DirectoryContract::named).sorted().toList();
  }

  /** {@code text} with names instead of ids. */
  protected static String named(String text) {
    var named = text;
    for (var name :
        List.of(
            "mia",
            "ada",
            "bob",
            "cyd",
            "dan",
            "eve",
            "team",
            "nest",
            "deep",
            "other",
            "staff",
            "empty",
            "rule",
            "admins",
            "security",
            "wiki",
            "bot",
            "reader",
            "policy",
            "policies",
            "wikiapp",
            "botapp",
            "nobody",
            "synced",
            "found")) {
      named = named.replaceAll(id(name).toString(), Matcher.quoteReplacement(name));
    }
    return named;
  }
}
