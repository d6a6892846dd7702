package accessreviews.evidence.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key that signs checkpoints, as C2SP signed-note says. */
record Signer(String name, KeyPair pair) {

  static Signer named(String name) {
    try {
      return new Signer(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The verifier key. */
  String key() {
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed());
  }

  String note(String text) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "\n— " + name + " " + base64(id(), signature.sign()) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] id() {
    return Arrays.copyOf(Merkle.hash((name + "\n").getBytes(UTF_8), typed()), 4);
  }

  /** The public key behind the number of its algorithm. */
  private byte[] typed() {
    byte[] der = pair.getPublic().getEncoded();
    byte[] typed = Arrays.copyOfRange(der, der.length - 33, der.length);
    typed[0] = 1;
    return typed;
  }

  static String base64(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return Base64.getEncoder().encodeToString(all.toByteArray());
  }
}
