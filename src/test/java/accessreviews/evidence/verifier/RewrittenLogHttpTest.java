package accessreviews.evidence.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The owner of the database turns a denial into an approval, and makes everything fit that can be
 * made to fit. The verifier finds it, with the checkpoint of a package that was handed out before.
 */
@QuarkusTest
class RewrittenLogHttpTest extends LifeHttpTest {
  @TempDir Path folder;

  private String path = "";

  @BeforeEach
  void aReviewWithADenial() {
    Organisation.users("boss", "ada", "bob", "cleo");
    Organisation.group("staff", "ada", "bob", "cleo");
    var series = start(reviewOf("staff", user("boss")).with("settings", once(3)));
    var instance = latest(series);
    decide(instance, "bob", "Approve");
    decide(instance, "ada", "Deny");
    decide(instance, "cleo", "Approve");
    path = instancePath(series, instance);
  }

  @Test
  void itIsFoundHoweverMuchIsMadeToFit() throws IOException {
    var first = evidence("first.zip", "");
    Verifier.run(first, "--key", key()).isOk();
    var seen = Files.writeString(folder.resolve("seen.txt"), text(first, "checkpoint.txt"));
    int denial = line(text(first, "log.jsonl"), "\"decision\":\"Deny\"");
    int row = line(text(first, "decisions.csv"), ",Deny,");
    var index =
        rows.strings(
                "select l.index from evidence_leaf l join evidence_entry e"
                    + " on e.id = l.entry_id where e.type = 'decision' order by 1")
            .get(1);

    rewrite("update access_review_decision_item set decision = 'Approve' where decision = 'Deny'");
    Verifier.run(evidence("items.zip", ""), "--key", key())
        .fails()
        .says(
            "FAILED  decisions.csv line %d: ReviewResult is not what log.jsonl line %d says"
                .formatted(row, denial));

    rewrite(
        """
        update evidence_entry set entry = replace(entry, '"decision":"Deny"', '"decision":"Approve"')
        where type = 'decision'""");
    Verifier.run(evidence("entry.zip", ""), "--key", key())
        .fails()
        .says("FAILED  log.jsonl line " + denial + ": is not entry " + index + " of the log");

    rewrite(
        """
        update evidence_leaf l set hash = sha256('\\x00'::bytea || convert_to(e.entry, 'UTF8'))
        from evidence_entry e where e.id = l.entry_id""");
    Verifier.run(evidence("leaf.zip", ""), "--key", key())
        .fails()
        .says("FAILED  log.jsonl line 1: is not entry 0 of the log");

    var entries =
        rows.strings(
            "select e.entry from evidence_entry e join evidence_leaf l on l.entry_id = e.id"
                + " order by l.index");
    var root = HexFormat.of().formatHex(Merkle.root(entries));
    rewrite(
        "update evidence_checkpoint set root = decode('%s', 'hex') where size = %d"
            .formatted(root, entries.size()));
    var rewritten = evidence("rewritten.zip", "");
    Verifier.run(rewritten, "--key", key()).isOk(); // the service signs what it finds
    Verifier.run("--consistency", seen, rewritten, "--key", key())
        .fails()
        .says(
            "FAILED  consistency: the log was rewritten: its first entries are not those of the"
                + " older checkpoint");
  }

  @Test
  void aLogThatHasOnlyGrownIsConsistent() throws IOException {
    var seen =
        Files.writeString(
            folder.resolve("seen.txt"), text(evidence("1.zip", ""), "checkpoint.txt"));
    var size = Files.readAllLines(seen).get(1);
    request().post(path + "/stop").then().statusCode(204);

    Verifier.run("--consistency", seen, evidence("2.zip", "?since=" + size), "--key", key())
        .isOk()
        .says(
            "ok      consistency: the first "
                + size
                + " entries are those of the older checkpoint");
  }

  private static int line(String text, String with) {
    return 1 + (int) text.lines().takeWhile(line -> !line.contains(with)).count();
  }

  private void rewrite(String statement) {
    rows.execute(
        "do $$ begin set local session_replication_role = replica; " // no triggers
            + statement
            + "; end $$");
  }

  private Path evidence(String name, String query) throws IOException {
    var zip = request().get(path + "/evidence" + query).then().statusCode(200).extract();
    return Files.write(folder.resolve(name), zip.asByteArray());
  }

  private static String key() {
    return request().get("/evidence/key").then().statusCode(200).extract().asString().strip();
  }

  private static String text(Path zip, String file) throws IOException {
    try (var opened = new ZipFile(zip.toFile());
        var in = opened.getInputStream(opened.getEntry(file))) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
