package accessreviews.evidence.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree as RFC 6962 (2.1) defines it, by recursion over its leaves, and the verification
 * of proofs as RFC 9162 (2.1.3.2, 2.1.4.2) describes it. It shares nothing with the service.
 */
final class PlainTree {
  private PlainTree() {}

  static byte[] leaf(byte[] entry) {
    return hash(new byte[] {0}, entry, new byte[0]);
  }

  static byte[] node(byte[] left, byte[] right) {
    return hash(new byte[] {1}, left, right);
  }

  /** The Merkle tree hash of {@code leaves}. */
  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return hash(new byte[0], new byte[0], new byte[0]);
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    var split = 1;
    while (split * 2 < leaves.size()) {
      split *= 2;
    }
    return node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /** Whether {@code proof} leads from the leaf to the root. */
  static boolean includes(byte[] leaf, long index, long size, byte[] root, List<byte[]> proof) {
    if (index >= size) {
      return false;
    }
    var fn = index;
    var sn = size - 1;
    var r = leaf;
    for (var p : proof) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(r, root);
  }

  /** Whether {@code proof} shows that the second tree begins with the first one. */
  static boolean continues(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
    if (first == second) {
      return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    }
    var path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.addFirst(firstRoot);
    }
    if (path.isEmpty()) {
      return false;
    }
    var fn = first - 1;
    var sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    var fr = path.getFirst();
    var sr = path.getFirst();
    for (var c : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = node(c, fr);
        sr = node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
  }

  private static byte[] hash(byte[] first, byte[] second, byte[] third) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(first);
      sha.update(second);
      return sha.digest(third);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
