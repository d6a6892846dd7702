package accessreviews.history.files;

import accessreviews.platform.Sha256;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Cuts a stream into chunks of one size; only the last one is shorter. */
final class Chunks extends OutputStream {
  static final int SIZE = 1 << 20;

  private final Kept kept;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] buffer = new byte[SIZE];
  private int filled;
  private int number;
  private long size;

  /** Where chunks go. */
  interface Kept {
    void keep(int number, byte[] bytes);
  }

  Chunks(Kept kept) {
    this.kept = kept;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    var begin = offset;
    while (begin < offset + length) {
      var part = Math.min(SIZE - filled, offset + length - begin);
      System.arraycopy(bytes, begin, buffer, filled, part);
      filled += part;
      begin += part;
      if (filled == SIZE) {
        keep();
      }
    }
  }

  private void keep() {
    digest.update(buffer, 0, filled);
    kept.keep(number++, Arrays.copyOf(buffer, filled));
    size += filled;
    filled = 0;
  }

  /** Hands on the last chunk. */
  @Override
  public void close() {
    if (filled > 0) {
      keep();
    }
  }

  long size() {
    return size;
  }

  /** The digest of all bytes; it can be asked for once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
