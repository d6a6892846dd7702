package accessreviews.evidence.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads key files, as OpenSSL writes them. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]++)-----END \\1 KEY-----");

  private static final String PRIVATE = "PRIVATE";

  @SuppressWarnings("ArrayRecordComponent") // nobody compares blocks
  private record Block(boolean isPrivate, byte[] bytes) {}

  private Pem() {}

  /** The private key in {@code file}; refuses every other file in one sentence. */
  static SigningKey privateKey(Path file) {
    try {
      var block = block(file);
      if (block.isPrivate()) {
        return SigningKey.of(block.bytes());
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(refusal(file, "PRIVATE KEY"), e);
    }
    throw new IllegalArgumentException(refusal(file, "PRIVATE KEY"));
  }

  /** The public half of the key in {@code file}, which may have either half. */
  static byte[] publicKey(Path file) {
    try {
      var block = block(file);
      return block.isPrivate()
          ? SigningKey.of(block.bytes()).named("").publicKey()
          : SigningKey.raw(
              KeyFactory.getInstance(SigningKey.ALGORITHM)
                  .generatePublic(new X509EncodedKeySpec(block.bytes())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(refusal(file, "PRIVATE KEY or PUBLIC KEY"), e);
    }
  }

  private static Block block(Path file) {
    try {
      var block = BLOCK.matcher(Files.readString(file, US_ASCII));
      if (block.find()) {
        return new Block(
            PRIVATE.equals(block.group(1)), Base64.getMimeDecoder().decode(block.group(2)));
      }
      throw new IllegalArgumentException("No key");
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String refusal(Path file, String kind) {
    return "%s has no Ed25519 %s in PEM; make one with: openssl genpkey -algorithm ed25519"
        .formatted(file, kind);
  }
}
