package accessreviews.evidence.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The tree of one size: the hash of any range, and the proofs of RFC 6962 (2.1.1, 2.1.2). It reads
 * tiles, and keeps a bounded number of them, so that it takes the same memory for any size.
 */
final class TreeHashes {
  /** The tiles that are kept: of a path through the largest log, and of its neighbours. */
  private static final int KEPT = 64;

  /** Where tiles come from. */
  @FunctionalInterface
  interface Tiles {
    /** The first {@code width} hashes of a tile. */
    byte[] read(int level, long number, int width);
  }

  private record Place(int level, long number) {}

  private final long size;
  private final Tiles tiles;
  private final LinkedHashMap<Place, Tile> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

  TreeHashes(long size, Tiles tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  byte[] root() {
    return size == 0 ? Merkle.ofNothing() : range(0, size);
  }

  /** The inclusion proof of the leaf {@code index}, lowest node first. */
  List<byte[]> inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("The tree of %d has no leaf %d".formatted(size, index));
    }
    var proof = new ArrayList<byte[]>();
    var from = 0L;
    var to = size;
    while (to - from > 1) {
      var middle = from + largestPowerBelow(to - from);
      if (index < middle) {
        proof.add(range(middle, to));
        to = middle;
      } else {
        proof.add(range(from, middle));
        from = middle;
      }
    }
    return proof.reversed();
  }

  /** The proof that this tree begins with the tree of size {@code older}. */
  List<byte[]> consistency(long older) {
    if (older < 1 || older > size) {
      throw new IllegalArgumentException("No tree of %d is in one of %d".formatted(older, size));
    }
    var proof = new ArrayList<byte[]>();
    var from = 0L;
    var to = size;
    while (to != older) {
      var middle = from + largestPowerBelow(to - from);
      if (older <= middle) {
        proof.add(range(middle, to));
        to = middle;
      } else {
        proof.add(range(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      proof.add(range(from, to)); // else it is the older root, which the verifier has
    }
    return proof.reversed();
  }

  private static long largestPowerBelow(long count) {
    return Long.highestOneBit(count - 1);
  }

  /** The hash of the leaves {@code from} to before {@code to}, which a split of the tree made. */
  private byte[] range(long from, long to) {
    var count = to - from;
    if (Long.bitCount(count) == 1) {
      return node(Long.numberOfTrailingZeros(count), from / count);
    }
    var middle = from + largestPowerBelow(count);
    return Merkle.node(range(from, middle), range(middle, to));
  }

  private byte[] node(int height, long index) {
    var within = height % Tile.HEIGHT;
    var level = height / Tile.HEIGHT;
    var first = index << within; // of the hashes of this level
    return tile(level, first / Tile.WIDTH).node(within, (int) (index % (Tile.WIDTH >> within)));
  }

  private Tile tile(int level, long number) {
    var place = new Place(level, number);
    var known = kept.get(place);
    if (known != null) {
      return known;
    }
    var hashes = (size >> (level * Tile.HEIGHT)) - number * Tile.WIDTH;
    var width = (int) Math.min(hashes, Tile.WIDTH);
    var read = tiles.read(level, number, width);
    if (read.length < width * Merkle.SIZE) {
      throw new IllegalStateException(
          "Tile %d of level %d has no %d hashes".formatted(number, level, width));
    }
    var tile = new Tile(Arrays.copyOf(read, width * Merkle.SIZE));
    if (kept.size() == KEPT) {
      kept.pollFirstEntry();
    }
    kept.put(place, tile);
    return tile;
  }
}
