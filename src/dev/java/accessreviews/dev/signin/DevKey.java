package accessreviews.dev.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key with which the dev issuer signs. It is kept in a file, so that a token is good over
 * restarts.
 */
record DevKey(RSAPrivateCrtKey key) {
  private static final String FILE = "issuer-key";
  private static final String ALGORITHM = "RSA";
  private static final int BITS = 2048;

  /** The key in {@code directory}, made there when it is asked for first. */
  static DevKey keptIn(Path directory) {
    try {
      var file = Files.createDirectories(directory).resolve(FILE);
      if (!Files.exists(file)) {
        create(file);
      }
      var bytes = Base64.getDecoder().decode(Files.readString(file).strip());
      return new DevKey(
          (RSAPrivateCrtKey)
              KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whole or not at all: two services that start at once use the same key. */
  private static void create(Path file) throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(BITS);
    var written = Files.createTempFile(file.getParent(), FILE, ".new");
    try {
      Files.writeString(written, encoded(generator.generateKeyPair().getPrivate().getEncoded()));
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException e) {
      return; // another service was faster
    } finally {
      Files.delete(written);
    }
  }

  /** PKCS #8 in Base64. */
  String privateKey() {
    return encoded(key.getEncoded());
  }

  /** X.509 in Base64. */
  String publicKey() {
    try {
      return encoded(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
              .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
