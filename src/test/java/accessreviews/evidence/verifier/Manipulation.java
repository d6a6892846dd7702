package accessreviews.evidence.verifier;

import static accessreviews.evidence.verifier.Review.ofItem;

import java.util.function.Consumer;
import java.util.stream.Stream;

/** What somebody may do to the files of a package, and the line that tells it. */
record Manipulation(String name, Consumer<Forgery> change, String told) {

  @Override
  public String toString() {
    return name;
  }

  private static Manipulation of(String name, String told, Consumer<Forgery> change) {
    return new Manipulation(name, change, "FAILED  " + told);
  }

  /** The same with a manifest that was made anew. */
  static Manipulation sealed(String name, String told, Consumer<Forgery> change) {
    return of(name + ", manifest made anew", told, change.andThen(Forgery::seal));
  }

  static Stream<Manipulation> all() {
    return Stream.of(
            flipped(),
            files(),
            logs(),
            proofs(),
            CsvManipulations.decisions(),
            CsvManipulations.others())
        .flatMap(manipulations -> manipulations);
  }

  private static Stream<Manipulation> flipped() {
    return Stream.of(
            "VERIFY.md",
            "checkpoint.txt",
            "decisions.csv",
            "definition.json",
            "instance.json",
            "log.jsonl",
            "population.csv",
            "proofs.json",
            "removals.csv",
            "report.html")
        .map(
            file ->
                of(
                    "one bit flipped in " + file,
                    file + ": has another SHA-256 than manifest.json says",
                    forgery -> forgery.flip(file)));
  }

  private static Stream<Manipulation> files() {
    return Stream.of(
        of(
            "one byte changed in manifest.json",
            "VERIFY.md: has another SHA-256 than manifest.json says",
            forgery ->
                forgery.edit(
                    "manifest.json", text -> text.replaceFirst("(\"sha256\":\").", "$1x"))),
        of(
            "a file is missing",
            "evidence.zip: lacks the file removals.csv",
            forgery -> forgery.remove("removals.csv")),
        sealed(
            "a file is missing",
            "evidence.zip: lacks the file removals.csv",
            forgery -> forgery.remove("removals.csv")),
        of(
            "a file too many",
            "evidence.zip: has the file notes.txt, which is not part of a package",
            forgery -> forgery.put("notes.txt", "believe me")),
        sealed(
            "a file too many",
            "evidence.zip: has the file ../../.profile, which is not part of a package",
            forgery -> forgery.put("../../.profile", "run")),
        of(
            "a size that is one less",
            "report.html: has another size than manifest.json says",
            forgery ->
                forgery.edit(
                    "manifest.json",
                    text -> text.replaceFirst("(\"report.html\".*\"size\":\\d)\\d*", "$10"))),
        of(
            "a file that the manifest has not",
            "report.html: is not listed in manifest.json",
            forgery ->
                forgery.edit(
                    "manifest.json",
                    text -> text.replaceFirst(",\n[^\n]*report.html[^}]*\\}", ""))),
        of(
            "a manifest that says it is not final",
            "manifest.json: final does not agree with the status Applied",
            forgery -> forgery.replace("manifest.json", "\"final\":true", "\"final\":false")),
        of(
            "a member of the manifest twice",
            "manifest.json: is no JSON, or too large",
            forgery ->
                forgery.replace("manifest.json", "\"final\"", "\"status\":\"Applied\",\"final\"")),
        sealed(
            "another status",
            "instance.json: has another status than manifest.json",
            forgery -> forgery.replace("instance.json", "Applied", "InProgress")),
        sealed(
            "another instance",
            "instance.json: has another id than manifest.json",
            forgery -> forgery.replace("instance.json", Review.INSTANCE, Review.DEFINITION)),
        sealed(
            "another series",
            "definition.json: has another id than manifest.json",
            forgery -> forgery.replace("definition.json", Review.DEFINITION, Review.INSTANCE)));
  }

  private static Stream<Manipulation> logs() {
    return Stream.of(
        sealed(
            "a bit flipped in an entry",
            "log.jsonl line 3: is not entry 4 of the log",
            forgery -> forgery.replace("log.jsonl", "still needs it", "still need5 it")),
        sealed(
            "a line of the log dropped",
            "log.jsonl line 5: is not entry 6 of the log",
            forgery -> forgery.drop("log.jsonl", 4)),
        sealed(
            "the last line of the log dropped",
            "proofs.json: has more proofs than log.jsonl has lines",
            forgery -> forgery.drop("log.jsonl", 12)),
        sealed(
            "a decision dropped with its proof",
            "log.jsonl line 4: says DontKnow was decided before, not NotReviewed",
            forgery -> forgery.dropEntry(3)),
        sealed(
            "the last decision of an item dropped with its proof",
            "log.jsonl line 7: counts 1 times Approve, the log has 2",
            forgery -> forgery.dropEntry(6)),
        sealed(
            "a removal dropped with its proof",
            "removals.csv line 2: Result says more than the log, which has no removal here",
            forgery -> forgery.dropEntry(10)),
        sealed(
            "the end dropped with its proof",
            "instance.json: is Applied, but the log has no end of the instance",
            forgery -> {
              forgery.dropEntry(9);
              forgery.dropEntry(7);
            }),
        sealed(
            "the start dropped with its proof",
            "population.csv: nothing vouches for it: the log has no instance.started",
            forgery -> forgery.dropEntry(1)),
        sealed(
            "a line of the log doubled",
            "log.jsonl line 4: is not entry 5 of the log",
            forgery -> forgery.twice("log.jsonl", 2)),
        sealed(
            "two lines of the log exchanged",
            "log.jsonl line 4: is not entry 5 of the log",
            forgery -> forgery.swap("log.jsonl", 3)),
        sealed(
            "two lines of the log exchanged with their proofs",
            "log.jsonl line 5: has index 5 in proofs.json, which cannot be",
            forgery -> {
              forgery.swap("log.jsonl", 3);
              forgery.swap("proofs.json", 4);
            }),
        sealed(
            "a line of the log inserted",
            "log.jsonl line 6: is not entry 8 of the log",
            forgery ->
                forgery.insert(
                    "log.jsonl",
                    5,
                    Review.line(Review.change("Eve", "NotReviewed", "Approve", ""), 7) + "\n")),
        sealed(
            "an entry at the end, without a proof",
            "log.jsonl line 14: has no proof in proofs.json",
            forgery ->
                forgery.insert("log.jsonl", 13, Review.line(ofItem("decision", "Eve"), 7) + "\n")),
        sealed(
            "an empty line",
            "log.jsonl line 3: is not entry 4 of the log",
            forgery -> forgery.insert("log.jsonl", 2, "\n")),
        sealed(
            "a line end that is missing",
            "log.jsonl line 13: has no end",
            forgery -> forgery.edit("log.jsonl", String::stripTrailing)),
        sealed(
            "a line that does not end",
            "log.jsonl line 3: is too long",
            forgery -> forgery.insert("log.jsonl", 2, "x".repeat(1 << 20))));
  }

  private static Stream<Manipulation> proofs() {
    return Stream.of(
        sealed(
            "two proofs exchanged",
            "log.jsonl line 3: has index 5 in proofs.json, which cannot be"
                .replace("line 3", "line 4")
                .replace("index 5", "index 4"),
            forgery -> forgery.swap("proofs.json", 3)),
        sealed(
            "the hashes of two proofs exchanged",
            "log.jsonl line 1: is not entry 0 of the log",
            forgery ->
                forgery.lines(
                    "proofs.json",
                    lines -> {
                      var hashes = lines.get(1).split("\"proof\":", 2)[1];
                      var others = lines.get(2).split("\"proof\":", 2)[1];
                      lines.set(1, lines.get(1).replace(hashes, others));
                      lines.set(2, lines.get(2).replace(others, hashes));
                    })),
        sealed(
            "a proof without its last hash",
            "log.jsonl line 1: is not entry 0 of the log",
            forgery ->
                forgery.edit("proofs.json", text -> text.replaceFirst(", *\"[^\"]*\"\\]", "]"))),
        sealed(
            "a proof with a hash too many",
            "log.jsonl line 1: is not entry 0 of the log",
            forgery ->
                forgery.edit(
                    "proofs.json",
                    text -> text.replaceFirst("\"\\]", "\",\"" + "A".repeat(43) + "=\"]"))),
        sealed(
            "a hash that is one byte short",
            "log.jsonl: has something that is no base64 of a hash",
            forgery ->
                forgery.edit(
                    "proofs.json",
                    text -> text.replaceFirst("\"[^\"]{44}\"", "\"" + "A".repeat(42) + "==\""))),
        sealed(
            "a wrong index",
            "log.jsonl line 2: is not entry 1 of the log",
            forgery -> forgery.replace("proofs.json", "\"index\":2,", "\"index\":1,")),
        sealed(
            "an index beyond the tree",
            "log.jsonl line 13: has index 17 in proofs.json, which cannot be",
            forgery -> forgery.replace("proofs.json", "\"index\":15,", "\"index\":17,")),
        sealed(
            "proofs for a size that is one more",
            "proofs.json: is not for the size of checkpoint.txt",
            forgery -> forgery.replace("proofs.json", "\"size\":17", "\"size\":18")),
        sealed(
            "a checkpoint of one entry more",
            "checkpoint.txt: has a wrong signature of reviews.example.org",
            forgery -> forgery.replace("checkpoint.txt", "\n17\n", "\n18\n")),
        of(
            "a manifest with a size that is one less",
            "checkpoint.txt: is not the one that manifest.json names",
            forgery -> forgery.replace("manifest.json", "Size\":17", "Size\":16")),
        sealed(
            "a checkpoint without a signature",
            "checkpoint.txt: has a line that is no signature",
            forgery -> forgery.edit("checkpoint.txt", text -> text.replaceFirst("— .*\n", "\n"))),
        sealed(
            "a checkpoint signed by another name",
            "checkpoint.txt: is not signed by the key",
            forgery -> forgery.replace("checkpoint.txt", "— reviews", "— revievs")));
  }
}
