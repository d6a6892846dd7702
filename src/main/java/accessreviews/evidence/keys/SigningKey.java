package accessreviews.evidence.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** An Ed25519 key. */
final class SigningKey {
  static final String ALGORITHM = "Ed25519";

  private static final int PUBLIC_BYTES = 32;

  private final PrivateKey key;
  private final byte[] publicKey;

  private SigningKey(PrivateKey key, byte[] publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /** The key that {@code pkcs8} holds; refuses what is no Ed25519 key. */
  static SigningKey of(byte[] pkcs8) throws GeneralSecurityException {
    var key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    return new SigningKey(key, raw(publicKeyOf(key)));
  }

  /** A new key, as PKCS#8. */
  static byte[] make() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair().getPrivate().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** The 32 bytes of {@code key}. */
  static byte[] raw(PublicKey key) {
    var encoded = key.getEncoded(); // X.509: the key is its end
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
  }

  /** This key under the name of a log. */
  VerifierKey named(String name) {
    return new VerifierKey(name, publicKey);
  }

  /** The signature of {@code text}; the same each time. */
  byte[] sign(byte[] text) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PKCS#8 has the seed alone. The generator makes the public half of it if chance is the seed. */
  private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
    var seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    var generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
    var pair = generator.generateKeyPair();
    if (!Arrays.equals(pair.getPrivate().getEncoded(), key.getEncoded())) {
      throw new IllegalStateException("The JDK makes Ed25519 keys in another way");
    }
    return pair.getPublic();
  }

  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
