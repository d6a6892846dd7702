import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Verifies the evidence package of an access review, offline. It needs a JDK 17 or later and
 * nothing else, and it shares no code with the server that made the package:
 *
 * <pre>
 * java Verify.java evidence.zip --key "access.example.org+1a2b3c4d+AX..."
 * java Verify.java --consistency old-checkpoint.txt evidence.zip --key ...
 * </pre>
 *
 * <p>It prints one line for each check: "ok" with what was found, or "FAILED" with the file and
 * the line that is wrong. The exit code is 0 if all checks are ok, 1 if one failed, 2 for a wrong
 * command line.
 *
 * <p>Read it from top to bottom: main, the checks in their order, then what they use: the files of
 * the ZIP, signed notes (C2SP signed-note, tlog-checkpoint), the Merkle tree (RFC 9162), JSON (RFC
 * 8259), CSV (RFC 4180).
 */
public final class Verify {

  private static final String USAGE =
      """
      usage: java Verify.java [--consistency old-checkpoint.txt] evidence.zip [--key <verifier key>]...
      The verifier key is what GET /evidence/key of the server answered, best noted years ago.
      --key may be repeated, if the server changed its key.""";

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  /** Runs with these arguments, prints to {@code out} and returns the exit code. */
  public static int run(String[] arguments, PrintStream out) {
    Path evidence = null;
    Path older = null;
    List<NoteKey> keys = new ArrayList<>();
    try {
      for (int i = 0; i < arguments.length; i++) {
        String argument = arguments[i];
        boolean last = i + 1 == arguments.length;
        if (argument.equals("--key") && !last) {
          keys.add(NoteKey.parse(arguments[++i]));
        } else if (argument.equals("--consistency") && !last && older == null) {
          older = Path.of(arguments[++i]);
        } else if (!argument.startsWith("--") && evidence == null) {
          evidence = Path.of(argument);
        } else {
          throw new Wrong("wrong argument " + argument);
        }
      }
      if (evidence == null) {
        throw new Wrong("no evidence.zip is named");
      }
      for (Path file : older == null ? List.of(evidence) : List.of(evidence, older)) {
        if (!Files.isRegularFile(file)) {
          throw new Wrong("there is no file " + file);
        }
      }
    } catch (Wrong | RuntimeException e) {
      out.println(printable("" + e.getMessage()));
      out.println(USAGE);
      return 2;
    }
    return new Verify(evidence, older, keys, out).verify();
  }

  // ---------------------------------------------------------------- what is known while checking

  private static final int FAILURES_SHOWN = 10;
  private static final int LINE_LIMIT = 65_535; // bytes of an entry
  private static final int SMALL_FILE_LIMIT = 16 << 20; // bytes of a file that is read as a whole
  private static final long TOTAL_LIMIT = 16L << 30; // bytes that all files may unpack to

  private static final Set<String> REQUIRED =
      new TreeSet<>(
          List.of(
              "VERIFY.md",
              "checkpoint.txt",
              "decisions.csv",
              "definition.json",
              "instance.json",
              "log.jsonl",
              "manifest.json",
              "population.csv",
              "proofs.json",
              "removals.csv",
              "report.html"));
  private static final String CONSISTENCY = "consistency.json"; // only if it was asked for

  private final Path evidence;
  private final Path older;
  private final List<NoteKey> keys;
  private final PrintStream out;
  private int failures;
  private int failuresBefore; // the current check

  private ZipFile zip;
  private Map<String, Object> manifest = Map.of();
  private final Map<String, String> hashes = new HashMap<>(); // hex SHA-256 of each file
  private final Map<String, Long> sizes = new HashMap<>();
  private Checkpoint checkpoint;
  private Log log = new Log();

  private Verify(Path evidence, Path older, List<NoteKey> keys, PrintStream out) {
    this.evidence = evidence;
    this.older = older;
    this.keys = new ArrayList<>(keys);
    this.out = out;
  }

  // -------------------------------------------------------------------------------- the checks

  private int verify() {
    boolean keyGiven = !keys.isEmpty();
    try (ZipFile opened = new ZipFile(evidence.toFile())) {
      zip = opened;
      if (check("evidence.zip", this::checkNames)) {
        check("manifest.json", this::checkManifest);
        if (check("checkpoint.txt", () -> checkCheckpoint(keyGiven))
            && check("log.jsonl", this::checkLog)) {
          check("definition.json", () -> checkId("definition.json", "definitionId"));
          check("instance.json", this::checkInstance);
          check("population.csv", this::checkPopulation);
          check("decisions.csv", this::checkDecisions);
          check("removals.csv", this::checkRemovals);
        }
      }
      if (older != null && checkpoint != null) {
        check("consistency", this::checkConsistency);
      }
    } catch (IOException | RuntimeException e) {
      failed("evidence.zip", "is no ZIP file that can be read");
    } catch (OutOfMemoryError e) {
      failed("evidence.zip", "needs more memory: try java -Xmx8g Verify.java ...");
    }
    if (failures > 0) {
      out.println("FAILED: this package is not what it says it is");
      return 1;
    }
    out.println("note    report.html and VERIFY.md are for people; nothing vouches for their text");
    if (keyGiven) {
      out.println("OK: all checks passed");
    } else {
      out.println("OK: the package agrees with itself. WHO MADE IT IS NOT PROVED, see WARNING");
    }
    return 0;
  }

  /** The names of the ZIP are those of a package, each once, however the ZIP is read. */
  private String checkNames() throws IOException, Wrong {
    Set<String> missing = new TreeSet<>(REQUIRED);
    Set<String> seen = new HashSet<>();
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      String name = entries.nextElement().getName();
      if (!seen.add(name)) {
        throw new Wrong("has the file " + name + " twice");
      }
      if (!missing.remove(name) && !name.equals(CONSISTENCY)) {
        throw new Wrong("has the file " + name + ", which is not part of a package");
      }
    }
    if (!missing.isEmpty()) {
      throw new Wrong("lacks the file " + missing.iterator().next());
    }
    // A ZIP says twice what it has: in its directory, which is used here, and in front of each
    // file, which other tools use. Both have to be the same.
    Budget budget = new Budget();
    for (String name : seen) {
      try (InputStream in = open(name)) {
        long before = budget.left;
        hashes.put(name, HexFormat.of().formatHex(sha256(in, budget)));
        sizes.put(name, before - budget.left);
      }
    }
    budget = new Budget();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(evidence));
        ZipInputStream forwards = new ZipInputStream(file)) {
      for (ZipEntry entry; (entry = forwards.getNextEntry()) != null; ) {
        String found = HexFormat.of().formatHex(sha256(forwards, budget));
        if (!seen.remove(entry.getName()) || !found.equals(hashes.get(entry.getName()))) {
          throw new Wrong("has another " + entry.getName() + " outside its directory");
        }
      }
    }
    if (!seen.isEmpty()) {
      throw new Wrong("has " + new TreeSet<>(seen).iterator().next() + " in its directory only");
    }
    return hashes.size() + " files";
  }

  /** The manifest lists all other files with their size and SHA-256. */
  private String checkManifest() throws IOException, Wrong {
    manifest = object("manifest.json", json("manifest.json"));
    if (member(manifest, "versions") instanceof Map<?, ?> versions
        && !Long.valueOf(1).equals(versions.get("package"))) {
      throw new Wrong("has another version of packages than 1: use the Verify.java of that version");
    }
    Set<String> unlisted = new TreeSet<>(hashes.keySet());
    unlisted.remove("manifest.json");
    for (Object listed : list(manifest, "files")) {
      Map<String, Object> file = object("a file", listed);
      String name = text(file, "name");
      if (!unlisted.remove(name)) {
        failed("manifest.json", "lists " + name + ", which is not there or is listed twice");
      } else if (!hashes.get(name).equals(text(file, "sha256"))) {
        failed(name, "has another SHA-256 than manifest.json says");
      } else if (sizes.get(name) != number(file, "size")) {
        failed(name, "has another size than manifest.json says");
      }
    }
    for (String name : unlisted) {
      failed(name, "is not listed in manifest.json");
    }
    boolean ended = Set.of("Completed", "Applied").contains(text(manifest, "status"));
    if (!Boolean.valueOf(ended).equals(member(manifest, "final"))) {
      failed("manifest.json", "final does not agree with the status " + text(manifest, "status"));
    }
    text(manifest, "definitionId");
    text(manifest, "instanceId");
    return "all sizes and SHA-256 are right";
  }

  /** The checkpoint is signed by the key. */
  private String checkCheckpoint(boolean keyGiven) throws IOException, Wrong {
    if (!keyGiven) {
      String key = text(manifest, "verifierKey");
      keys.add(NoteKey.parse(key));
      out.println("WARNING no --key is given. The key is taken from the package itself: whoever can");
      out.println("WARNING make up a package can make up its key. Compare it with one that you know:");
      out.println("WARNING " + printable(key));
    }
    checkpoint = Checkpoint.parse(small("checkpoint.txt"), keys);
    if (!checkpoint.origin().equals(text(manifest, "origin"))
        || checkpoint.size() != number(manifest, "checkpointSize")) {
      throw new Wrong("is not the one that manifest.json names");
    }
    return "signed by " + checkpoint.origin() + ", tree size " + checkpoint.size();
  }

  /** Each line of the log is an entry of the tree, in the order of the tree. */
  private String checkLog() throws IOException, Wrong {
    long count = 0;
    try (InputStream lines = open("log.jsonl");
        Reader reader = reader("proofs.json")) {
      Json proofs = new Json(reader);
      proofs.expect('{');
      if (!proofs.member().equals("size") || !Objects.equals(proofs.value(), checkpoint.size())) {
        throw new Wrong("proofs.json", "is not for the size of checkpoint.txt");
      }
      proofs.expect(',');
      if (!proofs.member().equals("proofs")) {
        throw new Wrong("proofs.json", "has no proofs");
      }
      proofs.expect('[');
      long before = -1;
      for (byte[] line; (line = line(lines, count + 1)) != null; ) {
        count++;
        String where = "log.jsonl line " + count;
        if (!proofs.next(count == 1, ']')) {
          throw new Wrong(where, "has no proof in proofs.json");
        }
        Map<String, Object> proof = object("the proof of " + where, proofs.value());
        long index = number(proof, "index");
        if (index <= before || index >= checkpoint.size()) {
          throw new Wrong(where, "has index " + index + " in proofs.json, which cannot be");
        }
        before = index;
        List<byte[]> path = new ArrayList<>();
        for (Object hash : list(proof, "proof")) {
          path.add(base64(hash, 32));
        }
        byte[] root = Tree.root(Tree.leaf(line), index, checkpoint.size(), path);
        if (!Arrays.equals(root, checkpoint.root())) {
          failed(where, "is not entry " + index + " of the log");
        } else {
          try {
            log.add(object("the entry", new Json(utf8(line)).whole()), count, manifest);
          } catch (Wrong e) {
            failed(where, e.getMessage());
          }
        }
      }
      if (proofs.next(count == 0, ']')) {
        throw new Wrong("proofs.json", "has more proofs than log.jsonl has lines");
      }
      proofs.expect('}');
      proofs.end();
    }
    return count + " entries, each proved to be in the tree";
  }

  private String checkId(String file, String member) throws IOException, Wrong {
    Map<String, Object> shown = object(file, json(file));
    if (!text(shown, "id").equals(text(manifest, member))) {
      throw new Wrong("has another id than manifest.json");
    }
    return "the " + member + " of the package";
  }

  /** The status of the instance is one that the log allows. */
  private String checkInstance() throws IOException, Wrong {
    String same = checkId("instance.json", "instanceId");
    String status = text(object("instance.json", json("instance.json")), "status");
    if (!status.equals(text(manifest, "status"))) {
      throw new Wrong("has another status than manifest.json");
    }
    boolean closed = log.ended != null || log.stopped != null;
    if (Boolean.TRUE.equals(manifest.get("final")) && !closed) {
      throw new Wrong("is " + status + ", but the log has no end of the instance");
    }
    if (status.equals("InProgress") && closed) {
      throw new Wrong("is InProgress, but the log has the end of the instance");
    }
    return same + ", status " + status;
  }

  private static final List<String> POPULATION_COLUMNS =
      List.of(
          "ItemId", "PrincipalId", "PrincipalName", "PrincipalUPN", "ResourceId", "ResourceName");

  /** The population is the one that the log has from the start of the instance. */
  private String checkPopulation() throws IOException, Wrong {
    try (Csv csv = new Csv(reader("population.csv"))) {
      Map<String, Integer> columns = columns(csv.next(), POPULATION_COLUMNS);
      long count = 0;
      for (List<String> row; (row = csv.next()) != null; count++) {
        Row cells = new Row(row, columns);
        Item item = log.item(cells.get("PrincipalId"), cells.get("ResourceId"));
        if (item.inPopulation || item.id != null && !item.id.equals(cells.get("ItemId"))) {
          failed("population.csv line " + csv.line(), "is there twice, or has another ItemId");
        }
        item.inPopulation = true;
        item.id = cells.get("ItemId");
        item.principalName = log.once(cells.get("PrincipalName"));
        item.principalUser = log.once(cells.get("PrincipalUPN"));
        item.resourceName = log.once(cells.get("ResourceName"));
      }
      if (log.started == null) {
        if (count > 0 || !log.items.isEmpty()) {
          throw new Wrong("nothing vouches for it: the log has no instance.started");
        }
        return "the instance has not started";
      }
      Map<String, Object> population = object("population", member(log.started, "population"));
      if (!hashes.get("population.csv").equals(text(population, "sha256"))) {
        throw new Wrong("has another SHA-256 than the log has at the start of the instance");
      }
      if (count != number(population, "count")) {
        throw new Wrong("has " + count + " rows, the log says " + number(population, "count"));
      }
      return count + " rows, with the SHA-256 that the log has at the start of the instance";
    }
  }

  private static final List<String> DECISION_COLUMNS =
      List.of(
          "AccessReviewId", "ResourceDisplayName", "ResourceId", "PrincipalId", "PrincipalName",
          "PrincipalUPN", "ReviewDate", "ReviewResult", "Justification", "ReviewerId",
          "ReviewerName", "ReviewerUPN", "SubmissionResult", "Stage");

  /** Each row has the last decision of its item and stage in the log, and the reverse. */
  private String checkDecisions() throws IOException, Wrong {
    long count = 0;
    long decided = 0;
    try (Csv csv = new Csv(reader("decisions.csv"))) {
      Map<String, Integer> columns = columns(csv.next(), DECISION_COLUMNS);
      String before = "";
      for (List<String> row; (row = csv.next()) != null; ) {
        count++;
        String where = "decisions.csv line " + csv.line();
        Row cells = new Row(row, columns);
        String stage = cells.get("Stage");
        Item item = log.items.get(key(cells.get("PrincipalId"), cells.get("ResourceId")));
        if (item == null || !item.inPopulation) {
          failed(where, "is of nobody in population.csv");
          continue;
        }
        String order = key(cells.get("PrincipalId"), cells.get("ResourceId")) + " " + stage;
        if (order.compareTo(before) <= 0) {
          failed(where, "is out of order, or there twice");
          continue;
        }
        before = order;
        if (!cells.get("AccessReviewId").equals(text(manifest, "instanceId"))) {
          failed(where, "AccessReviewId is not the instance of the package");
        }
        String other =
            !cells.get("PrincipalName").equals(item.principalName)
                ? "PrincipalName"
                : !cells.get("PrincipalUPN").equals(item.principalUser)
                    ? "PrincipalUPN"
                    : !cells.get("ResourceDisplayName").equals(item.resourceName)
                        ? "ResourceDisplayName"
                        : null;
        if (other != null) {
          failed(where, other + " is not what population.csv says");
        }
        item.inDecisions = true;
        item.applied |= cells.get("SubmissionResult").equals("Applied");
        Decision decision = item.decisions.remove(stage);
        decided += decision == null ? 0 : 1;
        String wrong = (decision == null ? Decision.NONE : decision).differs(cells);
        if (wrong != null && decision == null) {
          failed(where, wrong + " says more than the log, which has no decision here");
        } else if (wrong != null) {
          failed(where, wrong + " is not what log.jsonl line " + decision.line() + " says");
        }
      }
    }
    for (Map.Entry<String, Item> known : log.items.entrySet()) {
      Item item = known.getValue();
      for (Decision left : item.decisions.values()) {
        failed("decisions.csv", "lacks the decision of log.jsonl line " + left.line());
      }
      if (item.inPopulation && !item.inDecisions) {
        failed("decisions.csv", "lacks a row for " + names(known.getKey()));
      }
      if (item.inDecisions && item.applied != (item.removal != null && item.removal.done())) {
        failed(
            "decisions.csv",
            "SubmissionResult is not what the log says of " + names(known.getKey()));
      }
    }
    return count + " rows, " + decided + " with entries of a decision: each as the last one";
  }

  private static final List<String> REMOVAL_COLUMNS =
      List.of(
          "ItemId", "PrincipalId", "ResourceId", "Decision", "Result", "Description", "At",
          "ActorId", "ActorName", "ConfirmedAt");

  /** Each row has the last removal of its item in the log, and the reverse. */
  private String checkRemovals() throws IOException, Wrong {
    long count = 0;
    try (Csv csv = new Csv(reader("removals.csv"))) {
      Map<String, Integer> columns = columns(csv.next(), REMOVAL_COLUMNS);
      String before = "";
      for (List<String> row; (row = csv.next()) != null; ) {
        String where = "removals.csv line " + csv.line();
        Row cells = new Row(row, columns);
        Item item = log.items.get(key(cells.get("PrincipalId"), cells.get("ResourceId")));
        if (item == null || !cells.get("ItemId").equals(item.id)) {
          failed(where, "is of an item that the log does not know");
          continue;
        }
        if (item.id.compareTo(before) <= 0) {
          failed(where, "is out of order, or there twice");
          continue;
        }
        before = item.id;
        item.inRemovals = true;
        if (!cells.get("Decision").equals(item.decision)) {
          failed(where, "Decision is not the last one in the log");
        }
        Removal removal = item.removal;
        count += removal == null ? 0 : 1;
        String wrong = (removal == null ? Removal.NONE : removal).differs(cells);
        if (wrong != null && removal == null) {
          failed(where, wrong + " says more than the log, which has no removal here");
        } else if (wrong != null) {
          failed(where, wrong + " is not what log.jsonl line " + removal.line() + " says");
        }
      }
    }
    for (Map.Entry<String, Item> known : log.items.entrySet()) {
      Item item = known.getValue();
      if (!item.inRemovals && item.removal != null) {
        failed("removals.csv", "lacks the removal of log.jsonl line " + item.removal.line());
      } else if (!item.inRemovals && item.decision.equals("Deny")) {
        failed("removals.csv", "lacks a row for the denied " + names(known.getKey()));
      }
    }
    return count + " removals, each after a denial, each the last one in the log";
  }

  /** The tree of the older checkpoint is the beginning of the package's tree. */
  private String checkConsistency() throws IOException, Wrong {
    if (Files.size(older) > SMALL_FILE_LIMIT) {
      throw new Wrong("the older checkpoint is too large to be one");
    }
    Checkpoint old;
    try {
      old = Checkpoint.parse(Files.readAllBytes(older), keys);
    } catch (Wrong e) {
      throw new Wrong("the older checkpoint " + e.getMessage());
    }
    if (!old.origin().equals(checkpoint.origin())) {
      throw new Wrong("the older checkpoint is of another log: " + old.origin());
    }
    if (old.size() > checkpoint.size()) {
      throw new Wrong("the older checkpoint is of " + old.size() + " entries, the package's of fewer");
    }
    List<byte[]> path = new ArrayList<>();
    if (old.size() < checkpoint.size() && old.size() > 0) {
      if (!hashes.containsKey(CONSISTENCY)) {
        throw new Wrong(
            "needs consistency.json: ask for the package with ?since=" + old.size());
      }
      Map<String, Object> proof = object(CONSISTENCY, json(CONSISTENCY));
      if (number(proof, "from") != old.size() || number(proof, "to") != checkpoint.size()) {
        throw new Wrong("consistency.json is not for these sizes: ask for ?since=" + old.size());
      }
      for (Object hash : list(proof, "proof")) {
        path.add(base64(hash, 32));
      }
    }
    if (!Tree.consistent(old, checkpoint, path)) {
      throw new Wrong("the log was rewritten: its first entries are not those of the older checkpoint");
    }
    return "the first " + old.size() + " entries are those of the older checkpoint";
  }

  // ----------------------------------------------------------------- what the log says of a review

  /** What the entries say, read in their order. */
  private static final class Log {
    final Map<String, Item> items = new HashMap<>();
    final Map<String, String> texts = new HashMap<>(); // equal texts are kept once
    Map<String, Object> started;
    Map<String, Object> ended;
    Map<String, Object> stopped;

    Item item(String principal, String resource) {
      return items.computeIfAbsent(key(principal, resource), key -> new Item());
    }

    void add(Map<String, Object> entry, long line, Map<String, Object> manifest) throws Wrong {
      String type = text(entry, "type");
      text(entry, "at");
      Map<String, Object> actor = object("actor", member(entry, "actor"));
      text(actor, "id");
      if (!text(entry, "definitionId").equals(manifest.get("definitionId"))
          || entry.get("instanceId") != null
              && !entry.get("instanceId").equals(manifest.get("instanceId"))) {
        throw new Wrong("is an entry of another review");
      }
      if (!type.startsWith("definition.") && !type.startsWith("notice.")) {
        text(entry, "instanceId");
      }
      switch (type) {
        case "instance.started" -> start(entry);
        case "instance.stopped" -> {
          stopped = entry;
          count(entry);
        }
        case "instance.ended" -> {
          ended = entry;
          count(entry);
        }
        case "decision" -> decide(entry, actor, line);
        case "removal" -> remove(entry, actor, line);
        default -> {} // proved, and nothing in the other files is checked against it
      }
    }

    private void start(Map<String, Object> entry) throws Wrong {
      if (started != null) {
        throw new Wrong("starts the instance a second time");
      }
      if (!items.isEmpty()) {
        throw new Wrong("starts the instance after its first decision");
      }
      started = entry;
    }

    private void decide(Map<String, Object> entry, Map<String, Object> actor, long line)
        throws Wrong {
      if ((ended != null || stopped != null) && !"defaultDecision".equals(entry.get("call"))) {
        throw new Wrong("is a decision after the end of the instance");
      }
      Item item = known(entry);
      if (!item.decision.equals(text(entry, "before"))) {
        throw new Wrong("says " + entry.get("before") + " was decided before, not " + item.decision);
      }
      item.decision = once(text(entry, "decision"));
      String stage = optional(entry, "stageId");
      item.decisions.put(
          once(stage.isEmpty() ? "1" : stage),
          new Decision(
              line,
              once(text(entry, "at")),
              item.decision,
              once(optional(entry, "justification")),
              once(text(actor, "id")),
              once(optional(actor, "displayName")),
              once(optional(actor, "userPrincipalName"))));
    }

    private void remove(Map<String, Object> entry, Map<String, Object> actor, long line)
        throws Wrong {
      Item item = known(entry);
      if (!item.decision.equals("Deny")) {
        throw new Wrong("is a removal without a denial before it");
      }
      item.removal =
          new Removal(
              line,
              once(text(entry, "at")),
              once(text(entry, "result")),
              once(optional(entry, "description")),
              once(text(actor, "id")),
              once(optional(actor, "displayName")),
              once(optional(entry, "confirmedAt")));
    }

    /** The item of an entry; its id and its principal and resource always go together. */
    private Item known(Map<String, Object> entry) throws Wrong {
      String id = text(entry, "itemId");
      Item item = item(text(entry, "principalId"), text(entry, "resourceId"));
      if (item.id == null) {
        item.id = id;
      } else if (!item.id.equals(id)) {
        throw new Wrong("has the principal and resource of item " + item.id);
      }
      return item;
    }

    /** The decisions that the end counts are those before it. */
    private void count(Map<String, Object> entry) throws Wrong {
      Map<String, Object> counted = object("decisions", member(entry, "decisions"));
      Map<String, Long> found = new TreeMap<>();
      for (Item item : items.values()) {
        found.merge(item.decision, 1L, Long::sum);
      }
      if (started != null) {
        long all = number(object("population", member(started, "population")), "count");
        found.put("NotReviewed", all - items.size() + found.getOrDefault("NotReviewed", 0L));
      }
      if (started == null) {
        found.put("NotReviewed", number(counted, "NotReviewed")); // cannot be known
      }
      for (String decision : List.of("Approve", "Deny", "DontKnow", "NotReviewed")) {
        long decided = found.getOrDefault(decision, 0L);
        if (number(counted, decision) != decided) {
          throw new Wrong(
              "counts " + counted.get(decision) + " times " + decision + ", the log has " + decided);
        }
      }
    }

    String once(String text) {
      String known = texts.putIfAbsent(text, text);
      return known == null ? text : known;
    }
  }

  /** A principal's access to a resource, and what became of it. */
  private static final class Item {
    String id;
    String decision = "NotReviewed"; // the last one of all stages
    final Map<String, Decision> decisions = new TreeMap<>(); // the last one of each stage
    Removal removal;
    String principalName;
    String principalUser;
    String resourceName;
    boolean inPopulation;
    boolean inDecisions;
    boolean inRemovals;
    boolean applied;
  }

  private static String key(String principal, String resource) {
    return principal + " " + resource;
  }

  private static String names(String key) {
    return "principal " + key.replace(" ", " and resource ");
  }

  /** The last decision of an item in a stage. */
  private record Decision(
      long line,
      String at,
      String decision,
      String justification,
      String by,
      String name,
      String user) {
    static final Decision NONE = new Decision(0, "", "NotReviewed", "", "", "", "");

    /** The first column of a row of decisions.csv that says something else, or null. */
    String differs(Row row) throws Wrong {
      boolean open = decision.equals("NotReviewed"); // also one that was reset
      Set<String> results =
          switch (decision) {
            case "NotReviewed" -> Set.of("Not reviewed", "Not notified");
            case "DontKnow" -> Set.of("Don't know");
            default -> Set.of(decision);
          };
      return !results.contains(row.get("ReviewResult"))
          ? "ReviewResult"
          : row.firstOther(
              "ReviewDate", open ? "" : at,
              "Justification", justification,
              "ReviewerId", open ? "" : by,
              "ReviewerName", open ? "" : name,
              "ReviewerUPN", open ? "" : user);
    }
  }

  /** The last removal of an item. */
  private record Removal(
      long line,
      String at,
      String result,
      String description,
      String by,
      String name,
      String confirmedAt) {
    static final Removal NONE = new Removal(0, "", "", "", "", "", "");

    boolean done() {
      return result.equals("AppliedSuccessfully")
          || result.equals("AppliedSuccessfullyButObjectNotFound");
    }

    /** The first column of a row of removals.csv that says something else, or null. */
    String differs(Row row) throws Wrong {
      return row.firstOther(
          "Result", result,
          "Description", description,
          "At", at,
          "ActorId", by,
          "ActorName", name,
          "ConfirmedAt", confirmedAt);
    }
  }

  /** A row of a CSV file, by the names of its columns. */
  private record Row(List<String> cells, Map<String, Integer> columns) {
    String get(String column) {
      return cells.get(columns.get(column));
    }

    /** The first column whose cell is not the text after it, or null. */
    String firstOther(String... columnsAndTexts) {
      for (int i = 0; i < columnsAndTexts.length; i += 2) {
        if (!get(columnsAndTexts[i]).equals(guarded(columnsAndTexts[i + 1]))) {
          return columnsAndTexts[i];
        }
      }
      return null;
    }

    /** The text as it is in a CSV file: never a formula for a spreadsheet. */
    private static String guarded(String text) {
      return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
  }

  private static Map<String, Integer> columns(List<String> header, List<String> required)
      throws Wrong {
    Map<String, Integer> columns = new HashMap<>();
    for (String column : header == null ? List.<String>of() : header) {
      if (columns.put(column, columns.size()) != null) {
        throw new Wrong("has the column " + column + " twice");
      }
    }
    for (String column : required) {
      if (!columns.containsKey(column)) {
        throw new Wrong("has no column " + column);
      }
    }
    return columns;
  }

  // ------------------------------------------------------------------------------------ reporting

  /** A check; its result is what was found. */
  private interface Check {
    String run() throws IOException, Wrong;
  }

  /** Something is wrong, at this place or else in what is being checked. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final String where;

    Wrong(String where, String message) {
      super(message);
      this.where = where;
    }

    Wrong(String message) {
      this("", message);
    }
  }

  private boolean check(String subject, Check check) {
    int before = failures;
    failuresBefore = failures;
    try {
      String found = check.run();
      if (failures == before) {
        out.println("ok      " + subject + ": " + printable(found));
      }
    } catch (Wrong e) {
      failed(e.where.isEmpty() ? subject : e.where, e.getMessage());
    } catch (CharacterCodingException e) {
      failed(subject, "is not UTF-8");
    } catch (IOException e) {
      failed(subject, "cannot be unpacked");
    }
    if (failures > before + FAILURES_SHOWN) {
      out.println("FAILED  " + subject + ": and " + (failures - before - FAILURES_SHOWN) + " more");
    }
    return failures == before;
  }

  private void failed(String where, String what) {
    failures++;
    if (failures <= failuresBefore + FAILURES_SHOWN) {
      out.println("FAILED  " + printable(where) + ": " + printable(what));
    }
  }

  /** Text of a package on a terminal: short, and without control characters. */
  private static String printable(String text) {
    String shown = text.length() > 300 ? text.substring(0, 300) + "..." : text;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }

  // -------------------------------------------------------------------------- the files of the ZIP

  /** How much may still be unpacked: a small ZIP can hold terabytes of zeros. */
  private static final class Budget {
    private long left = TOTAL_LIMIT;

    void take(int bytes) throws Wrong {
      left -= bytes;
      if (left < 0) {
        throw new Wrong("unpacks to more than " + (TOTAL_LIMIT >> 30) + " GiB");
      }
    }
  }

  private InputStream open(String name) throws IOException {
    return new BufferedInputStream(zip.getInputStream(zip.getEntry(name)), 1 << 16);
  }

  private Reader reader(String name) throws IOException {
    return new BufferedReader(
        new InputStreamReader(open(name), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
  }

  private byte[] small(String name) throws IOException, Wrong {
    try (InputStream in = open(name)) {
      byte[] bytes = in.readNBytes(SMALL_FILE_LIMIT + 1);
      if (bytes.length > SMALL_FILE_LIMIT) {
        throw new Wrong(name, "is too large");
      }
      return bytes;
    }
  }

  private Object json(String name) throws IOException, Wrong {
    return new Json(utf8(small(name))).whole();
  }

  /** The next line without its end, or null after the last. */
  private static byte[] line(InputStream in, long number) throws IOException, Wrong {
    byte[] line = new byte[256];
    int length = 0;
    for (int next; (next = in.read()) != '\n'; ) {
      if (next < 0 && length == 0) {
        return null;
      }
      if (next < 0 || length == LINE_LIMIT) {
        throw new Wrong("log.jsonl line " + number, next < 0 ? "has no end" : "is too long");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) next;
    }
    return Arrays.copyOf(line, length);
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(InputStream in, Budget budget) throws IOException, Wrong {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    for (int length; (length = in.read(buffer)) >= 0; ) {
      budget.take(length);
      digest.update(buffer, 0, length);
    }
    return digest.digest();
  }

  // ---------------------------------------------------------- signed notes (C2SP) and checkpoints

  /** A verifier key: "name+key id+base64(1, public key)". */
  private record NoteKey(String name, byte[] id, PublicKey key) {
    static NoteKey parse(String text) throws Wrong {
      try {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        String name = text.substring(0, first);
        byte[] id = HexFormat.of().parseHex(text.substring(first + 1, second));
        byte[] key = Base64.getDecoder().decode(text.substring(second + 1));
        MessageDigest hash = sha256();
        hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        if (name.isEmpty()
            || key.length != 33
            || key[0] != 1 // Ed25519
            || !Arrays.equals(id, Arrays.copyOf(hash.digest(key), 4))) {
          throw new Wrong("is no verifier key of Ed25519: " + text);
        }
        byte[] der = HexFormat.of().parseHex("302a300506032b6570032100" + "00".repeat(32));
        System.arraycopy(key, 1, der, 12, 32);
        return new NoteKey(
            name,
            id,
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
      } catch (IllegalArgumentException | IndexOutOfBoundsException | GeneralSecurityException e) {
        throw new Wrong("is no verifier key: " + text);
      }
    }

    boolean signed(byte[] text, byte[] signature) {
      try {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(text);
        return ed25519.verify(signature);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }

  /** What a log says of itself: its name, how many entries it has, and the root of their tree. */
  private record Checkpoint(String origin, long size, byte[] root) {

    /** Reads a signed note; one of the keys has signed it. */
    static Checkpoint parse(byte[] note, List<NoteKey> keys) throws IOException, Wrong {
      String whole = utf8(note);
      int end = whole.lastIndexOf("\n\n");
      if (end < 0 || !whole.endsWith("\n") || whole.matches("(?s).*[\\x00-\\x09\\x0b-\\x1f].*")) {
        throw new Wrong("is no signed note");
      }
      String text = whole.substring(0, end + 1);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Set<String> signers = new HashSet<>();
      for (String line : whole.substring(end + 2).split("\n")) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("\u2014")) {
          throw new Wrong("has a line that is no signature");
        }
        byte[] signature = base64(parts[2], 0);
        if (signature.length < 5) {
          throw new Wrong("has a line that is no signature");
        }
        for (NoteKey key : keys) {
          if (key.name().equals(parts[1])
              && Arrays.equals(key.id(), Arrays.copyOf(signature, 4))) {
            if (!key.signed(bytes, Arrays.copyOfRange(signature, 4, signature.length))) {
              throw new Wrong("has a wrong signature of " + parts[1]);
            }
            signers.add(key.name());
          }
        }
      }
      if (signers.isEmpty()) {
        throw new Wrong("is not signed by the key");
      }
      String[] lines = text.split("\n", -1);
      if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
        throw new Wrong("is a note, but no checkpoint");
      }
      if (!signers.contains(lines[0])) {
        throw new Wrong("is of another log than its signer's");
      }
      return new Checkpoint(lines[0], Long.parseLong(lines[1]), base64(lines[2], 32));
    }
  }

  /** Strict base64 of so many bytes; 0: any number. */
  private static byte[] base64(Object text, int length) throws Wrong {
    try {
      byte[] bytes = Base64.getDecoder().decode((String) text);
      if ((length == 0 || bytes.length == length)
          && Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
      // said below
    }
    throw new Wrong("has something that is no base64" + (length == 0 ? "" : " of a hash"));
  }

  // ------------------------------------------------------------------- the Merkle tree (RFC 9162)

  private static final class Tree {

    static byte[] leaf(byte[] entry) {
      MessageDigest hash = sha256();
      hash.update((byte) 0);
      return hash.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
      MessageDigest hash = sha256();
      hash.update((byte) 1);
      hash.update(left);
      return hash.digest(right);
    }

    /** The root that an inclusion proof leads to (2.1.3.2), or null if the proof has a wrong length. */
    static byte[] root(byte[] leaf, long index, long size, List<byte[]> path) {
      long fn = index;
      long sn = size - 1;
      byte[] root = leaf;
      for (byte[] sibling : path) {
        if (sn == 0) {
          return null;
        }
        if ((fn & 1) == 1 || fn == sn) {
          root = node(sibling, root);
          while ((fn & 1) == 0 && fn != 0) {
            fn >>= 1;
            sn >>= 1;
          }
        } else {
          root = node(root, sibling);
        }
        fn >>= 1;
        sn >>= 1;
      }
      return sn == 0 ? root : null;
    }

    /** Whether a consistency proof leads from the old root to the new one (2.1.4.2). */
    static boolean consistent(Checkpoint old, Checkpoint now, List<byte[]> proof) {
      if (old.size() == 0) {
        return proof.isEmpty() && Arrays.equals(old.root(), sha256().digest());
      }
      if (old.size() == now.size()) {
        return proof.isEmpty() && Arrays.equals(old.root(), now.root());
      }
      List<byte[]> path = new ArrayList<>(proof);
      if (Long.bitCount(old.size()) == 1) {
        path.add(0, old.root());
      }
      if (path.isEmpty()) {
        return false;
      }
      long fn = old.size() - 1;
      long sn = now.size() - 1;
      while ((fn & 1) == 1) {
        fn >>= 1;
        sn >>= 1;
      }
      byte[] oldRoot = path.get(0);
      byte[] newRoot = path.get(0);
      for (byte[] next : path.subList(1, path.size())) {
        if (sn == 0) {
          return false;
        }
        if ((fn & 1) == 1 || fn == sn) {
          oldRoot = node(next, oldRoot);
          newRoot = node(next, newRoot);
          while ((fn & 1) == 0 && fn != 0) {
            fn >>= 1;
            sn >>= 1;
          }
        } else {
          newRoot = node(newRoot, next);
        }
        fn >>= 1;
        sn >>= 1;
      }
      return sn == 0 && Arrays.equals(oldRoot, old.root()) && Arrays.equals(newRoot, now.root());
    }
  }

  // ------------------------------------------------------------------------------ JSON (RFC 8259)

  /** A strict reader: objects become maps in their order, whole numbers Long, others Double. */
  private static final class Json {
    private static final int DEPTH_LIMIT = 64;
    private final Reader in;
    private int next = -2; // the character that comes next, -1 at the end, -2 if it is not read yet
    private int left; // characters that the current value may have
    private int depth;

    Json(Reader in) {
      this.in = in;
    }

    Json(String text) {
      this(new StringReader(text));
    }

    /** The only value of the text. */
    Object whole() throws IOException, Wrong {
      Object value = value();
      end();
      return value;
    }

    Object value() throws IOException, Wrong {
      left = SMALL_FILE_LIMIT;
      return any();
    }

    void end() throws IOException, Wrong {
      if (peek() != -1) {
        throw wrong();
      }
    }

    void expect(char wanted) throws IOException, Wrong {
      left = SMALL_FILE_LIMIT;
      if (peek() != wanted) {
        throw wrong();
      }
      read();
    }

    /** The name of a member, and its colon. */
    String member() throws IOException, Wrong {
      left = SMALL_FILE_LIMIT;
      String name = string();
      expect(':');
      return name;
    }

    /** Whether there is another element; reads the comma before it, or the end of the array. */
    boolean next(boolean first, char end) throws IOException, Wrong {
      if (peek() == end) {
        read();
        return false;
      }
      if (!first) {
        if (peek() != ',') {
          throw wrong();
        }
        read();
      }
      return true;
    }

    private Object any() throws IOException, Wrong {
      switch (peek()) {
        case '{':
          return object();
        case '[':
          return array();
        case '"':
          return string();
        default:
          return word();
      }
    }

    private Map<String, Object> object() throws IOException, Wrong {
      Map<String, Object> members = new LinkedHashMap<>();
      deeper();
      while (next(members.isEmpty(), '}')) {
        String name = string();
        if (peek() != ':' || members.containsKey(name)) {
          throw wrong();
        }
        read();
        members.put(name, any());
      }
      depth--;
      return members;
    }

    private List<Object> array() throws IOException, Wrong {
      List<Object> elements = new ArrayList<>();
      deeper();
      while (next(elements.isEmpty(), ']')) {
        elements.add(any());
      }
      depth--;
      return elements;
    }

    private void deeper() throws IOException, Wrong {
      read();
      if (++depth > DEPTH_LIMIT) {
        throw wrong();
      }
    }

    private String string() throws IOException, Wrong {
      if (peek() != '"') {
        throw wrong();
      }
      read();
      StringBuilder text = new StringBuilder();
      for (int c; (c = read()) != '"'; ) {
        if (c < 0x20) {
          throw wrong();
        }
        text.append((char) (c == '\\' ? escaped() : c));
      }
      return text.toString();
    }

    private int escaped() throws IOException, Wrong {
      int c = read();
      int simple = "\"\\/bfnrt".indexOf(c);
      if (simple >= 0) {
        return "\"\\/\b\f\n\r\t".charAt(simple);
      }
      if (c != 'u') {
        throw wrong();
      }
      int code = 0;
      for (int i = 0; i < 4; i++) {
        int digit = "0123456789abcdef".indexOf(Character.toLowerCase(read()));
        if (digit < 0) {
          throw wrong();
        }
        code = code << 4 | digit;
      }
      return code;
    }

    private Object word() throws IOException, Wrong {
      StringBuilder text = new StringBuilder();
      while (next != -1 && ",]} \t\r\n".indexOf(next) < 0 && text.length() < 40) {
        text.append((char) read());
        if (next == -2) {
          next = in.read();
        }
      }
      String word = text.toString();
      if (word.matches("-?(0|[1-9][0-9]{0,17})")) {
        return Long.valueOf(word);
      }
      if (word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
        return Double.valueOf(word);
      }
      return switch (word) {
        case "true" -> true;
        case "false" -> false;
        case "null" -> null;
        default -> throw wrong();
      };
    }

    /** The next character that is no white space. */
    private int peek() throws IOException, Wrong {
      while (next == -2 || next == ' ' || next == '\t' || next == '\r' || next == '\n') {
        if (next != -2) {
          read();
        }
        next = in.read();
      }
      return next;
    }

    private int read() throws IOException, Wrong {
      int read = next == -2 ? in.read() : next;
      next = -2;
      if (--left < 0) {
        throw wrong();
      }
      return read;
    }

    private static Wrong wrong() {
      return new Wrong("is no JSON, or too large");
    }
  }

  private static Map<String, Object> object(String what, Object value) throws Wrong {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put((String) name, member));
      return members;
    }
    throw new Wrong(what + " is no JSON object");
  }

  private static Object member(Map<String, Object> object, String name) throws Wrong {
    if (object.get(name) == null) {
      throw new Wrong("has no " + name);
    }
    return object.get(name);
  }

  private static String text(Map<String, Object> object, String name) throws Wrong {
    if (member(object, name) instanceof String text) {
      return text;
    }
    throw new Wrong(name + " is no text");
  }

  /** A text, empty if it is null or not there. */
  private static String optional(Map<String, Object> object, String name) throws Wrong {
    return object.get(name) == null ? "" : text(object, name);
  }

  private static long number(Map<String, Object> object, String name) throws Wrong {
    if (member(object, name) instanceof Long number && number >= 0) {
      return number;
    }
    throw new Wrong(name + " is no number");
  }

  private static List<?> list(Map<String, Object> object, String name) throws Wrong {
    if (member(object, name) instanceof List<?> list) {
      return list;
    }
    throw new Wrong(name + " is no list");
  }

  // ------------------------------------------------------------------------------- CSV (RFC 4180)

  /** A strict reader. All records have as many cells as the first. */
  private static final class Csv implements AutoCloseable {
    private final Reader in;
    private int next;
    private int lines; // line ends that were read
    private int line; // on which the last record begins
    private int left; // characters that the record may have
    private int width; // cells of each record

    Csv(Reader in) throws IOException {
      this.in = in;
      next = in.read();
      if (next == 0xfeff) {
        next = in.read();
      }
    }

    int line() {
      return line;
    }

    /** The next record, or null after the last. */
    List<String> next() throws IOException, Wrong {
      if (next < 0) {
        return null;
      }
      line = lines + 1;
      left = SMALL_FILE_LIMIT;
      List<String> cells = new ArrayList<>();
      do {
        cells.add(next == '"' ? quoted() : plain());
      } while (comma());
      if (width != 0 && width != cells.size()) {
        throw wrong();
      }
      width = cells.size();
      return cells;
    }

    private String quoted() throws IOException, Wrong {
      StringBuilder cell = new StringBuilder();
      read();
      while (true) {
        int read = read();
        if (read == '"' && next != '"') {
          return cell.toString();
        }
        if (read == '"') { // a quote within a cell is doubled
          read();
        }
        cell.append((char) read);
      }
    }

    private String plain() throws IOException, Wrong {
      StringBuilder cell = new StringBuilder();
      while (next >= 0 && ",\"\r\n".indexOf(next) < 0) {
        cell.append((char) read());
      }
      return cell.toString();
    }

    /** Reads a comma, or the end of the line. */
    private boolean comma() throws IOException, Wrong {
      int read = read();
      if (read == '\r' && next == '\n') {
        read = read();
      }
      if (read != ',' && read != '\n') {
        throw wrong();
      }
      return read == ',';
    }

    private int read() throws IOException, Wrong {
      int read = next;
      if (read < 0 || --left < 0) {
        throw wrong();
      }
      lines += read == '\n' ? 1 : 0;
      next = in.read();
      return read;
    }

    private Wrong wrong() {
      return new Wrong("is no CSV with the same columns in each row, at line " + line);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
