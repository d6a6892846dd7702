package accessreviews.evidence.tree;

import java.util.Arrays;

/**
 * Up to 256 neighbouring hashes of a level, and the nodes above them within the tile (C2SP
 * tlog-tiles). The hashes of level 0 are leaves; a hash of level 1 stands for a full tile of level
 * 0.
 */
final class Tile {
  /** The levels of the tree within a tile. */
  static final int HEIGHT = 8;

  /** The hashes of a full tile. */
  static final int WIDTH = 1 << HEIGHT;

  private final byte[][] levels = new byte[HEIGHT + 1][];

  /** The tile of {@code hashes}, one after the other. */
  Tile(byte[] hashes) {
    levels[0] = hashes;
    for (var height = 1; height <= HEIGHT; height++) {
      levels[height] = Merkle.above(levels[height - 1]);
    }
  }

  /**
   * The hash of the node that has {@code 1 << height} hashes below it and {@code index} before it.
   */
  byte[] node(int height, int index) {
    return Arrays.copyOfRange(levels[height], index * Merkle.SIZE, (index + 1) * Merkle.SIZE);
  }

  /** The node above a full tile. */
  byte[] root() {
    return node(HEIGHT, 0);
  }
}
