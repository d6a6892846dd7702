package accessreviews.evidence.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A review, what the log of its installation has of it and of others, and the files that tell it:
 * five people on a group. Ann is approved. Bob is denied at last, and removed. Cem's answer was
 * taken back. Dee is denied by default, and could not be removed. Eve has no answer.
 */
final class Review {
  static final String DEFINITION = "d0000000-0000-4000-8000-000000000001";
  static final String INSTANCE = "a0000000-0000-4000-8000-000000000001";
  static final String GROUP = "b0000000-0000-4000-8000-000000000001";
  static final List<String> PEOPLE = List.of("Ann", "Bob", "Cem", "Dee", "Eve");
  private static final String SERVICE = "00000000-0000-0000-0000-000000000000";
  static final ObjectMapper JSON = new ObjectMapper();

  /** All entries of the log. */
  final List<String> entries = new ArrayList<>();

  final Map<String, byte[]> csv = new TreeMap<>();
  Signer signer = Signer.named("reviews.example.org");
  String status = "Applied";

  private int minute;

  static String person(String name) {
    return "c0000000-0000-4000-8000-00000000000" + (1 + PEOPLE.indexOf(name));
  }

  static String item(String name) {
    return "e0000000-0000-4000-8000-00000000000" + (1 + PEOPLE.indexOf(name));
  }

  static Review told() {
    var review = new Review();
    review.put("population.csv", Csvs.population());
    review.put("decisions.csv", Csvs.decisions());
    review.put("removals.csv", Csvs.removals());
    review.add(entry("definition.created").putPOJO("definition", Map.of("id", DEFINITION)));
    review.another();
    review.add(ofInstance("instance.started").putPOJO("population", review.population()));
    review.another();
    review.decided("Ann", "NotReviewed", "Approve", "still needs it");
    review.decided("Bob", "NotReviewed", "DontKnow", "");
    review.decided("Bob", "DontKnow", "Deny", "=left(\"us\"),\r\nüber Nacht");
    review.another();
    review.decided("Cem", "NotReviewed", "Approve", "");
    review.add(change("Cem", "Approve", "NotReviewed", "").put("call", "reset"));
    review.add(counting("instance.stopped", 1, 1, 0, 3));
    review.add(byService(change("Dee", "NotReviewed", "Deny", "")).put("call", "defaultDecision"));
    review.add(byService(counting("instance.ended", 1, 2, 0, 2)));
    review.removed("Bob", "AppliedSuccessfully", "");
    review.removed("Dee", "ApplyNotSupported", "a dynamic group");
    review.add(ofInstance("instance.acknowledged").put("statement", "I agree"));
    review.another();
    return review;
  }

  void put(String file, String content) {
    csv.put(file, content.getBytes(UTF_8));
  }

  Map<String, Object> population() {
    var hash =
        HexFormat.of().formatHex(Merkle.hash(Objects.requireNonNull(csv.get("population.csv"))));
    return Map.of("count", 5, "sha256", hash);
  }

  static ObjectNode entry(String type) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("at", "")
        .putPOJO("actor", Map.of("id", "f1", "displayName", "Rui", "userPrincipalName", "rui@x"))
        .put("definitionId", DEFINITION);
  }

  static ObjectNode byService(ObjectNode entry) {
    return entry.putPOJO("actor", Map.of("id", SERVICE, "displayName", "AAD Access Reviews"));
  }

  static ObjectNode ofInstance(String type) {
    return entry(type).put("instanceId", INSTANCE);
  }

  static ObjectNode ofItem(String type, String name) {
    return ofInstance(type)
        .put("itemId", item(name))
        .put("principalId", person(name))
        .put("resourceId", GROUP);
  }

  static ObjectNode change(String name, String before, String decision, String why) {
    return ofItem("decision", name)
        .putNull("stageId")
        .put("before", before)
        .put("decision", decision)
        .put("justification", why)
        .put("call", "single");
  }

  static ObjectNode counting(String type, int approve, int deny, int dontKnow, int notReviewed) {
    return ofInstance(type)
        .putPOJO(
            "decisions",
            Map.of(
                "Approve",
                approve,
                "Deny",
                deny,
                "DontKnow",
                dontKnow,
                "NotReviewed",
                notReviewed));
  }

  private void decided(String name, String before, String decision, String why) {
    add(change(name, before, decision, why));
  }

  private void removed(String name, String result, String description) {
    add(
        byService(ofItem("removal", name))
            .put("result", result)
            .put("description", description)
            .put("confirmedAt", result.equals("AppliedSuccessfully") ? at(90) : null));
  }

  /** An entry of another review. */
  private void another() {
    add(entry("definition.created").put("definitionId", "another"));
  }

  void add(ObjectNode entry) {
    entries.add(line(entry, minute++));
  }

  static String line(ObjectNode entry, int minute) {
    try {
      return JSON.writeValueAsString(entry.put("at", at(minute)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String at(int minute) {
    return "2026-11-29T%02d:%02d:00.000Z".formatted(8 + minute / 60, minute % 60);
  }

  String checkpoint(int size) {
    var root = Signer.base64(Merkle.root(entries.subList(0, size)));
    return signer.note(signer.name() + "\n" + size + "\n" + root + "\n");
  }

  /** The package, of which files can be changed. */
  Forgery packed() {
    return packed(line -> line.contains(DEFINITION));
  }

  Forgery packed(Predicate<String> own) {
    var files = new Forgery(signer);
    csv.forEach(files::put);
    files.put("checkpoint.txt", checkpoint(entries.size()));
    files.put("definition.json", "{\"id\": \"%s\"}\n".formatted(DEFINITION));
    files.put(
        "instance.json", "{\"id\": \"%s\", \"status\": \"%s\"}\n".formatted(INSTANCE, status));
    files.put("VERIFY.md", "How to verify\n");
    files.put("report.html", "<title>Report</title>\n");
    var log = new StringBuilder();
    var proofs = new ArrayList<String>();
    for (int i = 0; i < entries.size(); i++) {
      if (own.test(entries.get(i))) {
        log.append(entries.get(i)).append('\n');
        proofs.add("{\"index\":%d,\"proof\":%s}".formatted(i, hashes(Merkle.path(i, entries))));
      }
    }
    files.put("log.jsonl", log.toString());
    files.put(
        "proofs.json",
        "{\"size\":%d,\"proofs\":[\n%s\n]}\n"
            .formatted(entries.size(), String.join(",\n", proofs)));
    return files.sealed(status, entries.size());
  }

  String consistency(int from) {
    return "{\"from\":%d,\"to\":%d,\"proof\":%s}\n"
        .formatted(from, entries.size(), hashes(Merkle.consistency(from, entries)));
  }

  private static String hashes(List<byte[]> hashes) {
    return hashes.stream().map(hash -> "\"" + Signer.base64(hash) + "\"").toList().toString();
  }
}
