package accessreviews.evidence.packages;

import accessreviews.evidence.packages.Report.Event;
import accessreviews.evidence.packages.Report.Fact;
import accessreviews.evidence.packages.Report.Point;
import accessreviews.platform.persistence.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the report of a package from the log and the items. Its length has a limit. */
final class Reports {
  /** How many items of a finding are shown. */
  private static final int SHOWN = 20;

  /** How many entries of the log are shown. */
  private static final int EVENTS = 200;

  /** How long before the start a population may be read without a word about it. */
  private static final Duration FRESH = Duration.ofDays(1);

  private static final Sql FINDINGS = Sql.file("evidence/packages/findings");
  private static final Sql LAST_EVENTS = Sql.file("evidence/packages/events");

  private final ObjectMapper json;
  private final Map<String, Object> about;
  private final Connection connection;

  /** Reports on what {@code about} names: the parameters of the statements. */
  Reports(ObjectMapper json, Map<String, Object> about, Connection connection) {
    this.json = json;
    this.about = about;
    this.connection = connection;
  }

  /** The report on {@code instance} of {@code definition}, both as they are on the wire. */
  Report report(JsonNode definition, JsonNode instance, String checkpoint)
      throws SQLException, IOException {
    var events = new ArrayList<Event>();
    var starts = new ArrayList<JsonNode>();
    var acknowledgements = new ArrayList<String>();
    var changes = new ArrayList<String>();
    var entries = 0L;
    try (var statement = LAST_EVENTS.prepare(connection, with("shown", EVENTS));
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        entries = rows.getLong("entries");
        var entry = json.readTree(rows.getString("entry"));
        var event = EntryWords.event(rows.getLong("index"), entry);
        events.add(event);
        switch (event.type()) {
          case "instance.started" -> starts.add(entry);
          case "instance.acknowledged" -> acknowledgements.add(signed(event, entry));
          case "instance.reviewersChanged", "stage.reviewersChanged" ->
              changes.add(event.at() + ", " + event.actor());
          default -> {}
        }
      }
    }
    var started = starts.stream().findFirst();
    var points = new ArrayList<>(findings(definition));
    points.add(
        new Point(
            "Reviewers changed by hand while the review ran",
            "Somebody replaced or added reviewers after the rules of the review had named them.",
            changes.size(),
            changes.stream().limit(SHOWN).toList()));
    points.add(early(started));
    points.add(
        new Point(
            "Statements that the remaining access is appropriate",
            "A named person acknowledged the result. Without one, nobody did.",
            acknowledgements.size(),
            acknowledgements.stream().limit(SHOWN).toList()));
    return new Report(
        definition.path("displayName").asText(),
        facts(definition, instance, started, checkpoint),
        new Charts(about, connection).all(),
        points,
        events,
        entries - events.size());
  }

  private static String signed(Event event, JsonNode entry) {
    return event.at() + ", " + event.actor() + ": " + entry.path("statement").asText();
  }

  private List<Point> findings(JsonNode definition) throws SQLException {
    var counts = new EnumMap<Finding, Long>(Finding.class);
    var items = new EnumMap<Finding, List<String>>(Finding.class);
    var values = with("shown", SHOWN);
    values.put("many", (long) Finding.MANY);
    values.put("quickly", Finding.SECONDS + " seconds");
    values.put("creator", definition.path("createdBy").path("id").asText());
    try (var statement = FINDINGS.prepare(connection, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var finding = Finding.valueOf(rows.getString("finding"));
        counts.put(finding, rows.getLong("items"));
        items.computeIfAbsent(finding, first -> new ArrayList<>()).add(rows.getString("item"));
      }
    }
    return Stream.of(Finding.values())
        .map(
            finding ->
                new Point(
                    finding.title(),
                    finding.meaning(),
                    counts.getOrDefault(finding, 0L),
                    items.getOrDefault(finding, List.of())))
        .toList();
  }

  private static Point early(Optional<JsonNode> started) {
    var late =
        started
            .filter(entry -> entry.path("population").hasNonNull("readAt"))
            .map(
                entry ->
                    Duration.between(
                        Instant.parse(entry.path("population").path("readAt").asText()),
                        Instant.parse(entry.path("at").asText())))
            .filter(age -> age.compareTo(FRESH) > 0)
            .map(age -> "read %d hours before the start".formatted(age.toHours()))
            .stream()
            .toList();
    return new Point(
        "Population read long before the start",
        "The list of access was read from its source more than a day before the review began.",
        late.size(),
        late);
  }

  private static List<Fact> facts(
      JsonNode definition, JsonNode instance, Optional<JsonNode> started, String checkpoint) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Status", instance.path("status").asText()));
    facts.add(
        new Fact(
            "Period",
            instance.path("startDateTime").asText()
                + " to "
                + instance.path("endDateTime").asText("no end")));
    facts.add(
        new Fact(
            "Created by",
            EntryWords.person(definition.path("createdBy"))
                + ", "
                + definition.path("createdDateTime").asText()));
    facts.add(new Fact("Scope", instance.path("scope").toString()));
    var population = started.map(entry -> entry.path("population"));
    facts.add(
        new Fact(
            "Population",
            population.map(EntryWords::words).orElse("none: the review has not started")));
    facts.add(
        new Fact(
            "Reviewers",
            started
                .map(entry -> EntryWords.words(entry.path("reviewers")))
                .orElse("none: the review has not started")));
    facts.add(new Fact("Series", definition.path("id").asText()));
    facts.add(new Fact("Instance", instance.path("id").asText()));
    facts.add(new Fact("Log", checkpoint));
    return facts;
  }

  private Map<String, Object> with(String name, Object value) {
    var values = new HashMap<String, Object>(about);
    values.put(name, value);
    return values;
  }
}
