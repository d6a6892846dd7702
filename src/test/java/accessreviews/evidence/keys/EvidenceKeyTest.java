package accessreviews.evidence.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.evidence.tree.Checkpoint;
import accessreviews.evidence.tree.EvidenceConfig;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Period;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, notes and checkpoints as C2SP has them. */
class EvidenceKeyTest {
  private static final String PKCS8 = "302e020100300506032b657004220420";
  private static final String X509 = "302a300506032b6570032100";

  @TempDir Path folder;

  /** The test vector of C2SP signed-note. */
  @Test
  void theNoteOfTheSpecificationHasItsKeyAndItsLine() throws Exception {
    var key =
        new VerifierKey(
            "example.com/foo", base64("AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", 1));
    var signature =
        base64(
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=",
            4);

    assertThat(key.text())
        .isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    assertThat(key.line(signature))
        .isEqualTo(
            "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
    assertThat(verifies(key.publicKey(), "This is an example message.\n", signature)).isTrue();
    assertThat(verifies(key.publicKey(), "This is an example message!\n", signature)).isFalse();
  }

  /** The key and the note of the documentation of golang.org/x/mod/sumdb/note. */
  @Test
  void theNoteOfGoIsSignedInTheSameBytes() throws Exception {
    var seed = base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", 1);
    var key = SigningKey.of(HexFormat.of().parseHex(PKCS8 + HexFormat.of().formatHex(seed)));
    var named = key.named("PeterNeumann");
    var text =
        "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";

    assertThat(named.text())
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertThat(named.line(key.sign(text.getBytes(UTF_8))))
        .isEqualTo(
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
  }

  @Test
  void aMadeKeyVerifiesWhatItSigns() throws Exception {
    var key = SigningKey.of(SigningKey.make());
    var signature = key.sign("text\n".getBytes(UTF_8));

    assertThat(verifies(key.named("x").publicKey(), "text\n", signature)).isTrue();
  }

  @Test
  void withoutAKeyNothingIsSigned() {
    var key = key(null);

    assertThat(key.exists()).isFalse();
    assertThatThrownBy(() -> key.signed(new Checkpoint("x", 0, new byte[32])))
        .isInstanceOf(Refused.class)
        .hasFieldOrPropertyWithValue("reason", Refusal.NO_EVIDENCE_KEY);
    assertThatThrownBy(() -> key.verifier("x")).isInstanceOf(Refused.class);
    assertThat(key.verifier("x", "00000000")).isEmpty();
  }

  @Test
  void theNewestKeySignsAndARetiredOneIsStillFound() throws Exception {
    var older = pem("PRIVATE", SigningKey.make());
    var newer = pem("PRIVATE", SigningKey.make());
    var before = key(older);
    var after = key(newer, older);
    var checkpoint = new Checkpoint("example.com/log", 7, new byte[32]);

    assertThat(before.signed(checkpoint)).isNotEqualTo(after.signed(checkpoint));
    assertThat(after.signed(checkpoint)).isEqualTo(key(newer).signed(checkpoint));
    var retired = before.verifier("example.com/log");
    assertThat(after.verifier("example.com/log")).isNotEqualTo(retired);
    assertThat(after.verifier("example.com/log", retired.split("\\+", -1)[1])).contains(retired);
    assertThat(before.verifier("example.com/log", after.verifier("x").split("\\+", -1)[1]))
        .isEmpty();
  }

  @SuppressWarnings("NullAway") // the key of dev mode is not asked for
  private static EvidenceKey key(@Nullable Path file, Path... retired) {
    return new EvidenceKey(
        new Settings(
            Optional.empty(),
            Optional.ofNullable(file),
            Optional.of(List.of(retired)),
            Period.ofYears(7)),
        false,
        new MadeKey(null));
  }

  private record Settings(
      Optional<String> origin,
      Optional<Path> keyFile,
      Optional<List<Path>> retiredKeyFiles,
      Period keep)
      implements EvidenceConfig {}

  @Test
  void aCheckpointHasThreeLines() {
    var checkpoint = new Checkpoint("example.com/log", 20_852_163, new byte[32]);

    assertThat(checkpoint.text())
        .isEqualTo("example.com/log\n20852163\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
  }

  @Test
  void keyFilesAreReadAsOpenSslWritesThem() throws Exception {
    var pkcs8 = SigningKey.make();
    var file = pem("PRIVATE", pkcs8);
    var key = Pem.privateKey(file);
    var x509 = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(Pem.publicKey(file)));

    assertThat(key.named("x").text()).isEqualTo(SigningKey.of(pkcs8).named("x").text());
    assertThat(Pem.publicKey(pem("PUBLIC", x509))).isEqualTo(Pem.publicKey(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
  void whatIsNoKeyIsRefusedByItsName(String text) throws IOException {
    var file = Files.writeString(folder.resolve("key.pem"), text);

    assertThatThrownBy(() -> Pem.privateKey(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key.pem")
        .hasMessageContaining("openssl genpkey -algorithm ed25519");
    assertThatThrownBy(() -> Pem.publicKey(file)).hasMessageContaining("key.pem");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() throws Exception {
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var file = pem("PRIVATE", rsa.getPrivate().getEncoded());
    var other = pem("PUBLIC", rsa.getPublic().getEncoded());

    assertThatThrownBy(() -> Pem.privateKey(file)).hasMessageContaining("Ed25519");
    assertThatThrownBy(() -> Pem.privateKey(other)).hasMessageContaining("Ed25519");
    assertThatThrownBy(() -> Pem.publicKey(other)).hasMessageContaining("Ed25519");
    assertThatThrownBy(() -> Pem.privateKey(folder.resolve("none.pem")))
        .hasMessageContaining("none.pem");
  }

  private Path pem(String kind, byte[] key) throws IOException {
    var base64 = Base64.getMimeEncoder().encodeToString(key);
    return Files.writeString(
        Files.createTempFile(folder, kind, ".pem"),
        "-----BEGIN %1$s KEY-----\n%2$s\n-----END %1$s KEY-----\n".formatted(kind, base64));
  }

  private static byte[] base64(String text, int from) {
    var bytes = Base64.getDecoder().decode(text);
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static boolean verifies(byte[] publicKey, String text, byte[] signature)
      throws GeneralSecurityException {
    var x509 = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(publicKey));
    var verification = Signature.getInstance("Ed25519");
    verification.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    verification.update(text.getBytes(UTF_8));
    return verification.verify(signature);
  }
}
