package accessreviews.evidence.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, word for word: slow, recursive and easy to check. */
final class Merkle {
  private Merkle() {}

  /** MTH(D[n]). */
  static byte[] root(List<String> entries) {
    int n = entries.size();
    if (n == 0) {
      return hash();
    }
    if (n == 1) {
      return hash(new byte[] {0}, entries.get(0).getBytes(StandardCharsets.UTF_8));
    }
    int k = split(n);
    return hash(
        new byte[] {1}, root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
  }

  /** PATH(m, D[n]). */
  static List<byte[]> path(int m, List<String> entries) {
    int n = entries.size();
    if (n == 1) {
      return new ArrayList<>();
    }
    int k = split(n);
    var left = entries.subList(0, k);
    var right = entries.subList(k, n);
    var path = m < k ? path(m, left) : path(m - k, right);
    path.add(root(m < k ? right : left));
    return path;
  }

  /** PROOF(m, D[n]). */
  static List<byte[]> consistency(int m, List<String> entries) {
    return subproof(m, entries, true);
  }

  private static List<byte[]> subproof(int m, List<String> entries, boolean whole) {
    int n = entries.size();
    var proof = new ArrayList<byte[]>();
    if (m == n) {
      if (!whole) {
        proof.add(root(entries));
      }
      return proof;
    }
    int k = split(n);
    var left = entries.subList(0, k);
    var right = entries.subList(k, n);
    proof.addAll(m <= k ? subproof(m, left, whole) : subproof(m - k, right, false));
    proof.add(root(m <= k ? right : left));
    return proof;
  }

  /** The largest power of two that is smaller than {@code n}. */
  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }

  static byte[] hash(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
