package accessreviews.evidence.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.identity.UserIdentity;
import accessreviews.platform.Sha256;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Writes single entries of the evidence log, in the transaction of what they tell. They are never
 * changed or deleted. Entries about many items are written by the statements that change the items.
 */
@ApplicationScoped
public class EvidenceLog {
  /** The bytes of the longest entry: an entry bundle has room for 16 bits of length. */
  static final int LONGEST = 65_535;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Sql APPEND = Sql.file("evidence/log/append");

  private final Session database;
  private final ObjectMapper json;

  EvidenceLog(Session database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Appends an entry: its type, time, actor and ids, and then the properties of {@code members} in
   * their order. If the line is longer than a bundle has room for, the longest members are replaced
   * by their {@code sha256} and {@code size}.
   */
  public void append(
      EntryType type,
      Instant at,
      UserIdentity actor,
      UUID definition,
      @Nullable UUID instance,
      Object members) {
    BulkStatement.of(APPEND)
        .with("type", type.wireName())
        .at("at", at)
        .with("definition", definition)
        .id("instance", instance)
        .with("entry", line(type, at, actor, definition, instance, members))
        .execute(database);
  }

  /** The line of such an entry. */
  String line(
      EntryType type,
      Instant at,
      UserIdentity actor,
      UUID definition,
      @Nullable UUID instance,
      Object members) {
    var entry = json.createObjectNode();
    entry.put("type", type.wireName());
    entry.put("at", INSTANT.format(at));
    entry.set("actor", json.valueToTree(actor));
    entry.put("definitionId", definition.toString());
    if (instance != null) {
      entry.put("instanceId", instance.toString());
    }
    ObjectNode further = json.valueToTree(members);
    entry.setAll(further);
    var line = text(entry);
    while (size(line) > LONGEST) {
      shorten(entry, further);
      line = text(entry);
    }
    return line;
  }

  /** Replaces the longest of the members {@code further} by what identifies it. */
  private void shorten(ObjectNode entry, ObjectNode further) {
    var longest =
        further.properties().stream()
            .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(size(a), size(b))))
            .orElseThrow();
    var value = text(longest.getValue());
    var digest = json.createObjectNode();
    digest.put("sha256", Sha256.hex(value.getBytes(UTF_8)));
    digest.put("size", size(value));
    if (size(digest) >= size(value)) {
      throw new IllegalArgumentException("An entry has too many members: " + further.size());
    }
    entry.set(longest.getKey(), digest);
    further.set(longest.getKey(), digest);
  }

  private String text(JsonNode node) {
    try {
      return json.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private int size(JsonNode node) {
    return size(text(node));
  }

  private static int size(String text) {
    return text.getBytes(UTF_8).length;
  }
}
