package accessreviews.evidence.tree;

import accessreviews.platform.Sha256;

/**
 * The hashes of a Merkle tree (RFC 6962, 2.1): SHA-256, with other prefixes for leaves and nodes.
 */
final class Merkle {
  /** The bytes of a hash. */
  static final int SIZE = 32;

  private static final byte NODE = 1;

  private Merkle() {}

  /** The hash of the empty tree. */
  static byte[] ofNothing() {
    return Sha256.digest().digest();
  }

  /** The hash of the node above {@code left} and {@code right}. */
  static byte[] node(byte[] left, byte[] right) {
    var digest = Sha256.digest();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /**
   * The hashes of the nodes above {@code hashes}, by twos; a last one without a twin is left out.
   */
  static byte[] above(byte[] hashes) {
    var digest = Sha256.digest();
    var nodes = new byte[hashes.length / SIZE / 2 * SIZE];
    for (var at = 0; at < nodes.length; at += SIZE) {
      digest.update(NODE);
      digest.update(hashes, 2 * at, 2 * SIZE);
      System.arraycopy(digest.digest(), 0, nodes, at, SIZE);
    }
    return nodes;
  }
}
