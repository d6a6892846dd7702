package accessreviews.evidence.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.platform.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key, under the name of a log (C2SP signed-note).
 *
 * @param publicKey the 32 bytes of Ed25519
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares keys
record VerifierKey(String name, byte[] publicKey) {
  private static final byte ED25519 = 1;
  private static final int ID_BYTES = 4;

  /** The first bytes of SHA-256 over the name, a line break, the kind of key, and the key. */
  byte[] id() {
    var digest = Sha256.digest();
    digest.update(name.getBytes(UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(publicKey), ID_BYTES);
  }

  /** How the key is given to a verifier: {@code name+id+key}. */
  String text() {
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + base64(new byte[] {ED25519}, publicKey);
  }

  /** The line of a note that {@code signature} makes. */
  String line(byte[] signature) {
    return "\u2014 " + name + " " + base64(id(), signature) + "\n";
  }

  private static String base64(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return Base64.getEncoder().encodeToString(both);
  }
}
