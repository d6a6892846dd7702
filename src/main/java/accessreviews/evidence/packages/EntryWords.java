package accessreviews.evidence.packages;

import accessreviews.evidence.packages.Report.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;

/** Entries of the log in words for people. */
final class EntryWords {
  /** Shown elsewhere, or too long for a line. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "type",
          "at",
          "actor",
          "definitionId",
          "instanceId",
          "definition",
          "before",
          "after",
          "scope",
          "population",
          "reviewers");

  private static final int LONGEST_LINE = 1_000;

  private EntryWords() {}

  static Event event(long index, JsonNode entry) {
    var words =
        entry.properties().stream()
            .filter(member -> !LEFT_OUT.contains(member.getKey()))
            .map(member -> member.getKey() + ": " + value(member.getValue()))
            .collect(Collectors.joining(", "));
    return new Event(
        index,
        entry.path("at").asText(),
        entry.path("type").asText(),
        person(entry.path("actor")),
        words.isEmpty() ? null : shortened(words));
  }

  /** Who it was, by name where there is one. */
  static String person(JsonNode identity) {
    var name = identity.path("displayName").asText("");
    var user = identity.path("userPrincipalName").asText("");
    var id = identity.path("id").asText();
    if (id.equals("00000000-0000-0000-0000-000000000000")) {
      return "the service";
    }
    return name.isEmpty() ? id : user.isEmpty() ? name : name + " (" + user + ")";
  }

  /** The members of an object on one line. */
  static String words(JsonNode object) {
    return shortened(value(object));
  }

  private static String value(JsonNode value) {
    return value.isObject()
        ? value.properties().stream()
            .map(member -> member.getKey() + " " + value(member.getValue()))
            .collect(Collectors.joining(", "))
        : value.isTextual() ? value.asText() : value.toString();
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_LINE
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_LINE / 2)) + "…";
  }
}
