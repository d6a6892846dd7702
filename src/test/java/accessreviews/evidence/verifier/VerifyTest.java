package accessreviews.evidence.verifier;

import static accessreviews.evidence.verifier.Review.byService;
import static accessreviews.evidence.verifier.Review.change;
import static accessreviews.evidence.verifier.Review.ofInstance;
import static accessreviews.evidence.verifier.Review.ofItem;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the verifier finds, and what it says of it. */
class VerifyTest {
  @TempDir Path folder;

  private final Review review = Review.told();

  @Test
  void thePackageOfAReviewIsOk() throws IOException {
    verify(review.packed())
        .isOk()
        .says(
            "ok      evidence.zip: 11 files",
            "ok      manifest.json: all sizes and SHA-256 are right",
            "ok      checkpoint.txt: signed by reviews.example.org, tree size 17",
            "ok      log.jsonl: 13 entries, each proved to be in the tree",
            "ok      definition.json: the definitionId of the package",
            "ok      instance.json: the instanceId of the package, status Applied",
            "ok      population.csv: 5 rows, with the SHA-256 that the log has at the start of the"
                + " instance",
            "ok      decisions.csv: 5 rows, 4 with entries of a decision: each as the last one",
            "ok      removals.csv: 2 removals, each after a denial, each the last one in the log",
            "note    report.html and VERIFY.md are for people; nothing vouches for their text",
            "OK: all checks passed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accessreviews.evidence.verifier.Manipulation#all")
  void eachManipulationIsNamed(Manipulation manipulation) throws IOException {
    var forgery = review.packed();
    manipulation.change().accept(forgery);

    verify(forgery).fails().says(manipulation.told());
  }

  @Test
  void aPackageWithoutAKeyFromElsewhereProvesLess() throws IOException {
    Verifier.run(file("evidence.zip", review.packed().zip()))
        .isOk()
        .says(
            "WARNING " + review.signer.key(),
            "OK: the package agrees with itself. WHO MADE IT IS NOT PROVED, see WARNING");
  }

  @Test
  void aLogOfSomebodyElseIsNotSignedByTheKey() throws IOException {
    var known = review.signer;
    review.signer = Signer.named(known.name());

    Verifier.run(file("evidence.zip", review.packed().zip()), "--key", known.key())
        .fails()
        .says("FAILED  checkpoint.txt: is not signed by the key");
  }

  @Test
  void anEntryRewrittenByTheOwnerOfTheDatabaseDoesNotFitTheSignature() throws IOException {
    var published = review.checkpoint(review.entries.size());
    review.entries.set(4, Review.line(change("Ann", "NotReviewed", "Deny", ""), 4));
    var forgery = review.packed(); // leaf, tree and proofs are made anew
    forgery.put("checkpoint.txt", published);
    forgery.seal();
    verify(forgery).fails().says("FAILED  log.jsonl line 1: is not entry 0 of the log");

    var root = review.checkpoint(17).lines().toList().get(2);
    forgery.edit("checkpoint.txt", text -> text.replace(text.lines().toList().get(2), root));
    forgery.seal();
    verify(forgery)
        .fails()
        .says("FAILED  checkpoint.txt: has a wrong signature of reviews.example.org");
  }

  @Test
  void anOlderCheckpointDoesNotFitTheProofs() throws IOException {
    var forgery = review.packed();
    forgery.put("checkpoint.txt", review.checkpoint(16));
    forgery.seal();
    verify(forgery).fails().says("FAILED  checkpoint.txt: is not the one that manifest.json names");

    verify(forgery.sealed("Applied", 16))
        .fails()
        .says("FAILED  proofs.json: is not for the size of checkpoint.txt");
  }

  @Test
  void aNoteThatIsNoCheckpointIsNone() throws IOException {
    var forgery = review.packed();
    forgery.put("checkpoint.txt", review.signer.note("reviews.example.org\n017\nAAAA\n"));
    forgery.seal();

    verify(forgery).fails().says("FAILED  checkpoint.txt: is a note, but no checkpoint");
  }

  @Test
  void aCheckpointOfAnotherLogIsNotOneOfTheSigner() throws IOException {
    var forgery = review.packed();
    var other = review.checkpoint(17).split("\n\n", 2)[0].replace("reviews", "sweiver") + "\n";
    forgery.put("checkpoint.txt", review.signer.note(other));
    forgery.seal();

    verify(forgery).fails().says("FAILED  checkpoint.txt: is of another log than its signer's");
  }

  // What a service could sign that did not keep to its own rules.

  @Test
  void aDecisionAfterTheEndIsNone() throws IOException {
    review.add(change("Eve", "NotReviewed", "Approve", ""));
    verifyEntry(14, "is a decision after the end of the instance");
  }

  @Test
  void aRemovalWithoutADenialIsNone() throws IOException {
    review.add(ofItem("removal", "Ann").put("result", "AppliedSuccessfully"));
    verifyEntry(14, "is a removal without a denial before it");
  }

  @Test
  void anInstanceStartsOnce() throws IOException {
    review.add(ofInstance("instance.started").putPOJO("population", review.population()));
    verifyEntry(14, "starts the instance a second time");
  }

  @Test
  void anItemIsOnePersonsAccess() throws IOException {
    review.add(
        byService(change("Ann", "Approve", "Deny", ""))
            .put("call", "defaultDecision")
            .put("itemId", Review.item("Bob")));
    verifyEntry(14, "has the principal and resource of item " + Review.item("Ann"));
  }

  @Test
  void theStartOfAnotherInstanceIsNotThisOnes() throws IOException {
    review.entries.set(
        2, review.entries.get(2).replace(Review.INSTANCE, "a0000000-0000-4000-8000-000000000002"));
    verifyEntry(2, "is an entry of another review");
  }

  @Test
  void aPopulationOfAnotherNumberIsNotTheOneOfTheStart() throws IOException {
    review.entries.set(2, review.entries.get(2).replace("\"count\":5", "\"count\":6"));
    review.entries.replaceAll(
        entry ->
            entry
                .replace("\"NotReviewed\":3", "\"NotReviewed\":4")
                .replace("\"NotReviewed\":2", "\"NotReviewed\":3"));
    verify(review.packed()).fails().says("FAILED  population.csv: has 5 rows, the log says 6");
  }

  @Test
  void anInstanceThatHasNotStartedHasNothing() throws IOException {
    var none = new Review();
    none.status = "NotStarted";
    for (var file : review.csv.entrySet()) {
      var header = new String(file.getValue(), UTF_8).lines().findFirst().orElseThrow();
      none.put(file.getKey(), header + "\r\n");
    }
    none.add(Review.entry("definition.created"));

    Verifier.run(file("evidence.zip", none.packed().zip()), "--key", none.signer.key())
        .isOk()
        .says("ok      population.csv: the instance has not started");
  }

  @Test
  void eachStageHasItsDecision() throws IOException {
    var staged = new Review();
    staged.status = "InProgress";
    staged.csv.putAll(review.csv);
    staged.add(ofInstance("instance.started").putPOJO("population", review.population()));
    staged.add(change("Ann", "NotReviewed", "Approve", "").put("stageId", "1"));
    staged.add(change("Ann", "Approve", "Deny", "no").put("stageId", "2"));
    var second = Csvs.decision("Ann", 2, "Deny", "no", "Not Applied").replace(",1,1,", ",2,1,");
    staged.put(
        "decisions.csv",
        Csvs.decisions(
            Csvs.decision("Ann", 1, "Approve", "", "Not Applied"),
            second,
            Csvs.open("Bob", "Not reviewed"),
            Csvs.open("Cem", "Not reviewed"),
            Csvs.open("Dee", "Not reviewed"),
            Csvs.open("Eve", "Not reviewed")));
    staged.put("removals.csv", Csvs.removals(Csvs.denied("Ann")));

    Verifier.run(file("evidence.zip", staged.packed().zip()), "--key", staged.signer.key())
        .isOk()
        .says("ok      decisions.csv: 6 rows, 2 with entries of a decision: each as the last one");
  }

  // ZIP files that no ZIP writer would write.

  @Test
  void aFileThatIsThereTwiceIsNamed() throws IOException {
    var forgery = review.packed();
    forgery.put("log.jsonX", "{}\n");
    verifyZip(Forgery.renamed(forgery.zip(), "log.jsonX", "log.jsonl", true))
        .fails()
        .says("FAILED  evidence.zip: has the file log.jsonl twice");
  }

  @Test
  void aFileThatOnlyOtherToolsWouldSeeIsNamed() throws IOException {
    verifyZip(Forgery.renamed(review.packed().zip(), "report.html", "rep0rt.html", false))
        .fails()
        .says("FAILED  evidence.zip: has another rep0rt.html outside its directory");
  }

  @Test
  void filesThatOtherToolsWouldExchangeAreNamed() throws IOException {
    var zip = Forgery.renamed(review.packed().zip(), "log.jsonl", "exchanged", false);
    zip = Forgery.renamed(zip, "VERIFY.md", "log.jsonl", false);
    zip = Forgery.renamed(zip, "exchanged", "VERIFY.md", false);
    verifyZip(zip)
        .fails()
        .says("FAILED  evidence.zip: has another log.jsonl outside its directory");
  }

  @Test
  void aSmallZipThatUnpacksToMuchIsRefusedBeforeItIsUnpacked() throws IOException {
    var forgery = review.packed();
    forgery.put("instance.json", new byte[20 << 20]);
    forgery.seal();
    verify(forgery).fails().says("FAILED  instance.json: is too large");
  }

  @Test
  void jsonThatIsTooDeepIsNone() throws IOException {
    var forgery = review.packed();
    forgery.put("definition.json", "[".repeat(1 << 20));
    verify(forgery).fails().says("FAILED  definition.json: is no JSON, or too large");
  }

  @Test
  void whatIsNoZipIsNone() throws IOException {
    verifyZip("PK, they say".getBytes(UTF_8))
        .fails()
        .says("FAILED  evidence.zip: is no ZIP file that can be read");
  }

  @Test
  void hostileTextDoesNotReachTheTerminal() throws IOException {
    var forgery = review.packed();
    forgery.put("\u001b[2Jok", "x");
    verify(forgery)
        .fails()
        .says("FAILED  evidence.zip: has the file ?[2Jok, which is not part of a package");
  }

  @Test
  void manyFailuresOfAFileAreCounted() throws IOException {
    var forgery = review.packed();
    forgery.replace("proofs.json", "\"proof\":[\"", "\"proof\":[\"" + "A".repeat(43) + "=\",\"");
    forgery.seal();
    verify(forgery).fails().says("FAILED  log.jsonl: and 3 more");
  }

  private Verifier.Verdict verify(Forgery forgery) throws IOException {
    return verifyZip(forgery.zip());
  }

  private Verifier.Verdict verifyZip(byte[] zip) throws IOException {
    return Verifier.run(file("evidence.zip", zip), "--key", review.signer.key());
  }

  private void verifyEntry(int line, String told) throws IOException {
    verify(review.packed()).fails().says("FAILED  log.jsonl line " + line + ": " + told);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
