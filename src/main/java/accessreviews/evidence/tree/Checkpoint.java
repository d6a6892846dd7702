package accessreviews.evidence.tree;

import java.util.Base64;

/**
 * What the tree was at one size (C2SP tlog-checkpoint).
 *
 * @param origin names the log
 * @param root 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares checkpoints
public record Checkpoint(String origin, long size, byte[] root) {
  /** The text that is signed: three lines, each with its line break. */
  public String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
  }
}
