package accessreviews.dev.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.SystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked once below {@code .dev}. */
final class PostgresBinaries {
  private static final int EXECUTABLE = 0100;

  private PostgresBinaries() {}

  /** The directory above {@code bin}. Its name changes with the archive. */
  static Path unpacked(DevDirectory devDirectory) throws IOException {
    var archive = archive();
    var crc = new CRC32();
    crc.update(archive);
    var name = "postgres-binaries-" + HexFormat.of().toHexDigits((int) crc.getValue());
    var target = devDirectory.directory().resolve(name);
    if (!Files.exists(target)) {
      // Renamed when complete: nobody sees half of it, and two JVMs need not wait for each other.
      var half = devDirectory.directory().resolve(devDirectory.name() + ".unpacking");
      FileUtils.deleteDirectory(half.toFile());
      unpack(archive, half);
      moveUnlessThere(half, target);
    }
    return target;
  }

  private static byte[] archive() throws IOException {
    var system =
        SystemUtils.IS_OS_WINDOWS ? "Windows" : SystemUtils.IS_OS_MAC_OSX ? "Darwin" : "Linux";
    try (var in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, SystemUtils.OS_ARCH)) {
      return in.readAllBytes();
    }
  }

  private static void unpack(byte[] archive, Path directory) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        var file = directory.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " could not be made executable");
          }
        }
      }
    }
  }

  private static void moveUnlessThere(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(target)) {
        throw e;
      }
      FileUtils.deleteDirectory(half.toFile());
    }
  }
}
