package accessreviews.evidence.tree;

import java.util.List;

/** The inclusion proofs of one tree, for many leaves; fastest in the order of the leaves. */
public final class InclusionProofs {
  private final TreeHashes tree;

  InclusionProofs(TreeHashes tree) {
    this.tree = tree;
  }

  /**
   * The proof of the leaf {@code index}, lowest node first; refuses one that is not in the tree.
   */
  public List<byte[]> of(long index) {
    return tree.inclusion(index);
  }
}
