package accessreviews.notifications.arrival;

import static java.util.stream.Collectors.joining;

import accessreviews.testing.rows.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who works where, written down here; the directory is filled with it. */
final class Enterprise {
  /**
   * @param address where their mails go; null for whom none can, or may, be sent to
   * @param csv further columns: mail, userType, externalUserState, preferredLanguage
   */
  private record Person(
      @Nullable String address, boolean german, String principalName, String csv) {}

  private static final Map<String, Person> PEOPLE = new LinkedHashMap<>();
  static final Map<String, List<String>> MEMBERS =
      Map.of(
          "staff", List.of("ada", "bob", "cleo", "dora"),
          "project", List.of("ada", "bob", "erin", "finn", "gus"),
          "board", List.of("carl", "olga", "finn"),
          "red", List.of("bob", "cleo"),
          "blue", List.of("dora", "erin"),
          "grey", List.of("ada"));
  static final List<String> TEAMS = List.of("red", "blue", "grey");
  private static final Map<String, List<String>> OWNERS =
      Map.of(
          "project", List.of("boss"),
          "red", List.of("ida"),
          "blue", List.of("ida", "boss"));
  private static final Map<String, String> MANAGERS =
      Map.of("ada", "boss", "bob", "boss", "cleo", "chief", "erin", "gus", "gus", "ada");

  static {
    member("ada", "de-DE");
    member("bob", "en-GB");
    member("cleo", "fr-FR");
    member("dora", "");
    member("boss", "de");
    member("chief", "en-US");
    member("helper", "de-AT");
    member("deputy", "");
    member("olga", "");
    member("carl", "de-CH");
    member("ida", "en");
    person(
        "erin",
        "erin@partner.example",
        "erin_partner.example#EXT#@contoso.com",
        "Guest,Accepted",
        "de-DE");
    person(
        "finn",
        "finn@partner.example",
        "finn_partner.example#EXT#@contoso.com",
        "Guest,PendingAcceptance",
        "");
    person("gus", "", "gus", "Member,", "");
  }

  private Enterprise() {}

  private static void member(String name, String language) {
    person(name, "", name + "@contoso.com", "Member,", language);
  }

  private static void person(
      String name, String mail, String principalName, String type, String language) {
    var address = mail.isEmpty() ? principalName : mail;
    var reachable = address.contains("@") && !type.endsWith("PendingAcceptance");
    PEOPLE.put(
        name,
        new Person(
            reachable ? address : null,
            language.startsWith("de"),
            principalName,
            "%s,%s,%s".formatted(mail, type, language)));
  }

  /** Fills the directory. */
  static void fill() {
    Organisation.importFile(
        "users",
        "id,displayName,userPrincipalName,mail,userType,externalUserState,preferredLanguage\n"
            + PEOPLE.entrySet().stream()
                .map(
                    one ->
                        "%s,%s,%s,%s%n"
                            .formatted(
                                Organisation.id(one.getKey()),
                                one.getKey(),
                                one.getValue().principalName,
                                one.getValue().csv))
                .collect(joining()));
    MEMBERS.forEach(
        (group, members) -> {
          var all = members.toArray(String[]::new);
          if (TEAMS.contains(group)) {
            Organisation.team(group, all);
          } else {
            Organisation.group(group, all);
          }
        });
    OWNERS.forEach((group, owners) -> owners.forEach(owner -> Organisation.owner(group, owner)));
    MANAGERS.forEach(Organisation::manager);
  }

  /** Where mails to {@code name} go; empty if there are none. */
  static Optional<String> address(String name) {
    return Optional.ofNullable(person(name).address);
  }

  static boolean readsGerman(String name) {
    return person(name).german;
  }

  private static Person person(String name) {
    return Objects.requireNonNull(PEOPLE.get(name));
  }

  static Set<String> ownersOf(String group) {
    return Set.copyOf(OWNERS.getOrDefault(group, List.of()));
  }

  static Set<String> managerOf(String user) {
    return MANAGERS.containsKey(user) ? Set.of(MANAGERS.get(user)) : Set.of();
  }
}
