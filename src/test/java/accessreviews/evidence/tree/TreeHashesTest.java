package accessreviews.evidence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots and proofs, beside vectors and a tree of plain recursion. */
class TreeHashesTest {
  /** The eight entries of the reference implementation of certificate transparency. */
  private static final List<byte[]> KNOWN =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HexFormat.of()::parseHex)
          .map(PlainTree::leaf)
          .toList();

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void theRootsOfCertificateTransparency(int size, String root) {
    assertThat(tree(KNOWN.subList(0, size)).root()).asHexString().isEqualToIgnoringCase(root);
  }

  /** The nodes of RFC 6962, 2.1.3, by their letters there. */
  @ParameterizedTest
  @CsvSource({"0, b h l", "3, c g l", "4, f j k", "6, i k"})
  void theInclusionProofsOfTheRfc(int index, String proof) {
    assertThat(letters(tree(KNOWN.subList(0, 7)).inclusion(index))).isEqualTo(proof);
  }

  @ParameterizedTest
  @CsvSource({"3, c d g l", "4, l", "6, i j k", "7, ''"})
  void theConsistencyProofsOfTheRfc(int older, String proof) {
    assertThat(letters(tree(KNOWN.subList(0, 7)).consistency(older))).isEqualTo(proof);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537, 70_000})
  void proofsLeadToTheRootOfPlainRecursion(int size) {
    var leaves = leaves(size);
    var tree = tree(leaves);
    var root = PlainTree.root(leaves);
    assertThat(tree.root()).isEqualTo(root);

    var random = new Random(size);
    for (var index :
        IntStream.concat(IntStream.of(0, size - 1), random.ints(40, 0, size)).toArray()) {
      var proof = tree.inclusion(index);
      assertThat(PlainTree.includes(leaves.get(index), index, size, root, proof))
          .as("leaf %d of %d", index, size)
          .isTrue();
      var another = leaves.get((index + 1) % size);
      assertThat(size > 1 && PlainTree.includes(another, index, size, root, proof)).isFalse();
    }
    for (var older :
        IntStream.concat(IntStream.of(1, size), random.ints(5, 1, size + 1)).toArray()) {
      var olderRoot = PlainTree.root(leaves.subList(0, older));
      assertThat(PlainTree.continues(older, olderRoot, size, root, tree.consistency(older)))
          .as("%d in %d", older, size)
          .isTrue();
    }
  }

  @Test
  void anOlderTreeIsReadFromTheTilesOfANewerOne() {
    var leaves = leaves(600);
    var older = new TreeHashes(300, (level, number, width) -> tile(leaves, level, number));

    assertThat(older.root()).isEqualTo(PlainTree.root(leaves.subList(0, 300)));
    assertThat(PlainTree.includes(leaves.get(299), 299, 300, older.root(), older.inclusion(299)))
        .isTrue();
  }

  @Test
  void noProofIsMadeOfWhatIsNotThere() {
    var tree = tree(KNOWN);
    assertThatThrownBy(() -> tree.inclusion(8)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(9)).isInstanceOf(IllegalArgumentException.class);
    var cut = new TreeHashes(9, (level, number, width) -> tile(KNOWN, level, number));
    assertThatThrownBy(cut::root).isInstanceOf(IllegalStateException.class);
  }

  private static List<byte[]> leaves(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> PlainTree.leaf(("entry " + i).getBytes(UTF_8)))
        .toList();
  }

  private static TreeHashes tree(List<byte[]> leaves) {
    return new TreeHashes(leaves.size(), (level, number, width) -> tile(leaves, level, number));
  }

  /** The hashes of a tile, as many as {@code leaves} are enough for. */
  private static byte[] tile(List<byte[]> leaves, int level, long number) {
    var below = 1 << (8 * level);
    var tile = new ByteArrayOutputStream();
    for (var i = number * 256; i < number * 256 + 256 && (i + 1) * below <= leaves.size(); i++) {
      var from = (int) i * below;
      tile.writeBytes(PlainTree.root(leaves.subList(from, from + below)));
    }
    return tile.toByteArray();
  }

  private static String letters(List<byte[]> proof) {
    return String.join(" ", proof.stream().map(TreeHashesTest::letter).toList());
  }

  private static String letter(byte[] hash) {
    var ranges =
        List.of(
            "a 0 1", "b 1 2", "c 2 3", "d 3 4", "e 4 5", "f 5 6", "g 0 2", "h 2 4", "i 4 6",
            "j 6 7", "k 0 4", "l 4 7");
    return ranges.stream()
        .map(range -> range.split(" ", -1))
        .filter(
            range ->
                Arrays.equals(
                    hash,
                    PlainTree.root(
                        KNOWN.subList(Integer.parseInt(range[1]), Integer.parseInt(range[2])))))
        .map(range -> range[0])
        .findFirst()
        .orElse("?");
  }
}
