package accessreviews.evidence.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two packages of different days; keys and command lines. */
class VerifyConsistencyTest {
  @TempDir Path folder;

  private final Review review = Review.told();

  @Test
  void everyOlderCheckpointOfTheLogIsItsBeginning() throws IOException {
    for (int size = 1; size < review.entries.size(); size++) {
      var package_ = review.packed();
      package_.put("consistency.json", review.consistency(size));
      package_.seal();
      verify(review.checkpoint(size), package_)
          .isOk()
          .says(
              "ok      consistency: the first "
                  + size
                  + " entries are those of the older"
                  + " checkpoint");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17})
  void theSameCheckpointAndTheEmptyOneNeedNoProof(int size) throws IOException {
    verify(review.checkpoint(size), review.packed())
        .isOk()
        .says(
            "ok      consistency: the first "
                + size
                + " entries are those of the older checkpoint");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8, 13, 16, 17})
  void aLogThatWasRewrittenIsFound(int size) throws IOException {
    var seen = review.checkpoint(size);
    review.entries.set(0, review.entries.get(0).replace("Rui", "Eve"));
    var rewritten = review.packed(); // signed by the operator's own key
    if (size < 17) {
      rewritten.put("consistency.json", review.consistency(size));
    }
    rewritten.seal();

    verify(seen, rewritten)
        .fails()
        .says(
            "ok      checkpoint.txt: signed by reviews.example.org, tree size 17",
            "FAILED  consistency: the log was rewritten: its first entries are not those of the"
                + " older checkpoint");
  }

  @ParameterizedTest
  @CsvSource({
    "\"from\":5, \"from\":6, is not for these sizes: ask for ?since=5",
    "\"to\":17, \"to\":16, is not for these sizes: ask for ?since=5",
    "'\"proof\":[', '\"proof\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",', lie",
    "'\"proof\":[', '\"proof\":[],\"x\":[', lie"
  })
  void aProofForOthersIsNone(String what, String with, String told) throws IOException {
    var package_ = review.packed();
    package_.put("consistency.json", review.consistency(5).replace(what, with));
    package_.seal();

    verify(review.checkpoint(5), package_)
        .fails()
        .says(
            told.equals("lie")
                ? "FAILED  consistency: the log was rewritten: its first entries are not those of"
                    + " the older checkpoint"
                : "FAILED  consistency: consistency.json " + told);
  }

  @Test
  void withoutAProofTheVerifierSaysHowToGetOne() throws IOException {
    verify(review.checkpoint(5), review.packed())
        .fails()
        .says("FAILED  consistency: needs consistency.json: ask for the package with ?since=5");
  }

  @Test
  void aNewerCheckpointIsNotOlder() throws IOException {
    var package_ = review.packed();
    review.add(Review.entry("definition.created"));
    verify(review.checkpoint(18), package_)
        .fails()
        .says("FAILED  consistency: the older checkpoint is of 18 entries, the package's of fewer");
  }

  @Test
  void aCheckpointOfAnotherLogIsNotOlder() throws IOException {
    var package_ = review.packed();
    var known = review.signer.key();
    review.signer = Signer.named("other.example.org");
    var older = file("older.txt", review.checkpoint(5).getBytes(UTF_8));
    var evidence = file("evidence.zip", package_.zip());
    Verifier.run("--consistency", older, evidence, "--key", known)
        .fails()
        .says("FAILED  consistency: the older checkpoint is not signed by the key");
    Verifier.run("--consistency", older, evidence, "--key", known, "--key", review.signer.key())
        .fails()
        .says("FAILED  consistency: the older checkpoint is of another log: other.example.org");
  }

  @Test
  void anOlderCheckpointMayBeOfAnOlderKey() throws IOException {
    var older = review.checkpoint(17);
    var key = review.signer.key();
    review.signer = Signer.named(review.signer.name());
    Verifier.run(
            "--consistency",
            file("older.txt", older.getBytes(UTF_8)),
            file("evidence.zip", review.packed().zip()),
            "--key",
            key,
            "--key",
            review.signer.key())
        .isOk();
  }

  /** The example of C2SP signed-note. */
  @Test
  void theNoteOfTheSpecificationIsSignedByItsKey() throws IOException {
    var key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    var note =
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi"
            + "2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    var forgery = review.packed();
    forgery.put("checkpoint.txt", note);
    forgery.seal();
    var evidence = file("evidence.zip", forgery.zip());
    // Its text is no checkpoint, which is said of notes only whose signature is right.
    Verifier.run(evidence, "--key", key)
        .fails()
        .says("FAILED  checkpoint.txt: is a note, but no checkpoint");
    forgery.put("checkpoint.txt", note.replace("example m", "exempla m"));
    forgery.seal();
    Verifier.run(file("evidence.zip", forgery.zip()), "--key", key)
        .fails()
        .says("FAILED  checkpoint.txt: has a wrong signature of example.com/foo");
  }

  @Test
  void aWrongCommandLineIsAnsweredWithTheRightOne() throws IOException {
    var evidence = file("evidence.zip", review.packed().zip());
    for (Object[] arguments :
        new Object[][] {
          {},
          {evidence, evidence},
          {evidence, "--key"},
          {evidence, "--key", "x"},
          {evidence, "--key", review.signer.key().replace("+A", "+B")},
          {"--consistency", evidence},
          {"--consistency", "no-such-file", evidence},
          {evidence, "--verbose"},
          {"no-such-file.zip"},
          {"\u0000"}
        }) {
      var verdict = Verifier.run(arguments);
      assertThat(verdict.exitCode()).isEqualTo(2);
      assertThat(verdict.lines()).anyMatch(line -> line.startsWith("usage: java Verify.java"));
    }
  }

  private Verifier.Verdict verify(String older, Forgery forgery) throws IOException {
    return Verifier.run(
        "--consistency",
        file("older.txt", older.getBytes(UTF_8)),
        file("evidence.zip", forgery.zip()),
        "--key",
        review.signer.key());
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
