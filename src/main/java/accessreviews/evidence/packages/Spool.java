package accessreviews.evidence.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.platform.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The files of a package, compressed in a temporary folder while the package is made. Each is
 * written once, and its hash is known then. Closing it deletes all of them.
 */
final class Spool implements AutoCloseable {
  private static final int BUFFER = 65_536;

  /**
   * A file that was written.
   *
   * @param size in bytes, uncompressed
   * @param sha256 of the uncompressed bytes, in lower case hex
   */
  record Spooled(String name, long size, String sha256) {}

  private final Path folder;
  private final SortedMap<String, Spooled> files = new TreeMap<>();

  Spool() throws IOException {
    folder = Files.createTempDirectory("evidence-");
  }

  /** Begins the file {@code name}; it is one of the files once the stream is closed. */
  OutputStream create(String name) throws IOException {
    return new Counted(name, Sha256.digest(), new Compressed(folder.resolve(name)));
  }

  /** Adds the file {@code name} with {@code text} in it. */
  void add(String name, String text) throws IOException {
    try (var file = create(name)) {
      file.write(text.getBytes(UTF_8));
    }
  }

  /** The files, in the order of their names. */
  Collection<Spooled> files() {
    return files.values();
  }

  /** The bytes of {@code file}. */
  InputStream open(Spooled file) throws IOException {
    return new InflaterInputStream(Files.newInputStream(folder.resolve(file.name())));
  }

  @Override
  public void close() {
    try (var all = Files.list(folder)) {
      for (var file : all.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compresses quickly: the package itself is compressed well. */
  private static final class Compressed extends DeflaterOutputStream {
    Compressed(Path path) throws IOException {
      super(Files.newOutputStream(path), new Deflater(Deflater.BEST_SPEED), BUFFER);
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        def.end();
      }
    }
  }

  /** Counts and hashes what passes. */
  private final class Counted extends BufferedOutputStream {
    private final String name;
    private final MessageDigest digest;
    private long size;
    private boolean closed;

    Counted(String name, MessageDigest digest, OutputStream below) {
      super(new DigestOutputStream(below, digest), BUFFER);
      this.name = name;
      this.digest = digest;
    }

    @Override
    public synchronized void write(int one) throws IOException {
      size++;
      super.write(one);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      size += length;
      super.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        super.close();
        files.put(name, new Spooled(name, size, HexFormat.of().formatHex(digest.digest())));
      }
    }
  }
}
