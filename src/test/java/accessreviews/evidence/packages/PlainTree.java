package accessreviews.evidence.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree as RFC 9162 defines it, word for word and without a thought of speed: the independent
 * check of the service's own.
 */
final class PlainTree {
  private PlainTree() {}

  /** The root over {@code entries} (RFC 9162, 2.1.1). */
  static byte[] root(List<String> entries) {
    if (entries.isEmpty()) {
      return sha256();
    }
    if (entries.size() == 1) {
      return leaf(entries.getFirst());
    }
    var k = split(entries.size());
    return node(root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
  }

  /** The inclusion path of entry {@code m} (RFC 9162, 2.1.3.1). */
  static List<byte[]> path(int m, List<String> entries) {
    if (entries.size() == 1) {
      return List.of();
    }
    var k = split(entries.size());
    var left = entries.subList(0, k);
    var right = entries.subList(k, entries.size());
    var path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
    path.add(m < k ? root(right) : root(left));
    return path;
  }

  /** The root that {@code path} leads to from {@code entry} (RFC 9162, 2.1.3.2). */
  static byte[] rootBy(List<byte[]> path, String entry, long index, long size) {
    var fn = index;
    var sn = size - 1;
    var r = leaf(entry);
    for (var p : path) {
      if (sn == 0) {
        throw new AssertionError("the path is too long");
      }
      if (fn % 2 == 1 || fn == sn) {
        r = node(p, r);
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new AssertionError("the path is too short");
    }
    return r;
  }

  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  private static byte[] leaf(String entry) {
    return sha256(new byte[] {0}, entry.getBytes(UTF_8));
  }

  private static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
