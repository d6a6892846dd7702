package accessreviews.decisions.answers;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.answers.DecisionWrite.Call;
import accessreviews.testing.rows.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decision log of one instance without stages, in its order. */
record DecisionLog(List<Line> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One change of one item. */
  record Line(
      long id,
      String transaction,
      String item,
      String at,
      JsonNode actor,
      String actingAs,
      Call call,
      long callSize,
      String before,
      String decision,
      String justification) {
    String actorId() {
      return actor.get("id").asText();
    }

    private State state(long version) {
      var decided = !decision.equals("NotReviewed");
      return new State(
          decision,
          justification,
          decided ? actor : NullNode.getInstance(),
          decided ? at : null,
          version);
    }
  }

  /** What one transaction wrote. */
  record Statement(List<Line> lines) {
    Line first() {
      return lines.getFirst();
    }
  }

  /**
   * What is stored of an item.
   *
   * @param version how often it was decided
   */
  record State(
      String decision,
      String justification,
      JsonNode reviewedBy,
      @Nullable String reviewedDateTime,
      long version) {
    private static final State FIRST =
        new State("NotReviewed", "", NullNode.getInstance(), null, 0);
  }

  private record Stored(String id, State state) {}

  static DecisionLog of(String instance, Rows rows) {
    return new DecisionLog(
        rows
            .strings(
                """
                select to_jsonb(l)::text from (
                  select id, xmin::text as transaction, item_id as item, at, e.*
                  from evidence_entry, jsonb_to_record(entry::jsonb) as e(
                    actor jsonb, "actingAs" text, call text, "callSize" bigint, before text,
                    decision text, justification text)
                  where type = 'decision' and instance_id = ?::uuid order by id) l""",
                instance)
            .stream()
            .map(text -> read(text, Line.class))
            .toList());
  }

  /** All items as they are stored, by their ids; applying makes a version, too. */
  static Map<String, State> storedItems(String instance, Rows rows) {
    return rows
        .strings(
            """
            select jsonb_build_object('id', id, 'state', jsonb_build_object(
              'decision', decision, 'justification', justification, 'reviewedBy', reviewed_by,
              'reviewedDateTime', reviewed_date_time,
              'version', version - (applied_date_time is not null)::int))::text
            from access_review_decision_item where instance_id = ?::uuid""",
            instance)
        .stream()
        .map(text -> read(text, Stored.class))
        .collect(toMap(Stored::id, Stored::state));
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** What becomes of {@code items} that nobody had decided on; none was but as a line says. */
  Map<String, State> playedBack(Iterable<String> items) {
    var states = new HashMap<String, State>();
    items.forEach(item -> states.put(item, State.FIRST));
    for (var line : lines) {
      var before = Objects.requireNonNull(states.get(line.item()), line.item());
      assertThat(line.before()).as("before %s", line).isEqualTo(before.decision());
      states.put(line.item(), line.state(before.version() + 1));
    }
    return states;
  }

  /** The lines of each item. */
  Map<String, List<Line>> byItem() {
    return lines.stream().collect(groupingBy(Line::item));
  }

  /** The version that its item had after each line. */
  Map<Line, Long> versions() {
    var versions = new HashMap<Line, Long>();
    byItem()
        .values()
        .forEach(
            ofItem -> {
              for (var i = 0; i < ofItem.size(); i++) {
                versions.put(ofItem.get(i), i + 1L);
              }
            });
    return versions;
  }

  /** What each caller wrote, in its order; a transaction writes one call, and says how much. */
  Map<String, List<Statement>> byActor() {
    var statements =
        lines.stream()
            .collect(
                groupingBy(
                    Line::transaction,
                    LinkedHashMap::new,
                    collectingAndThen(toList(), Statement::new)))
            .values();
    for (var one : statements) {
      assertThat(one.lines())
          .as("one call")
          .allMatch(line -> line.callSize() == one.lines().size())
          .allMatch(line -> line.actor().equals(one.first().actor()))
          .allMatch(line -> line.call() == one.first().call());
      assertThat(one.lines().stream().map(Line::item).distinct()).hasSameSizeAs(one.lines());
    }
    return statements.stream().collect(groupingBy(one -> one.first().actorId()));
  }
}
