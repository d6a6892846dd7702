package accessreviews.evidence.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package as ZIP: the same files give the same bytes, whenever and wherever it is made. */
final class PackageZip {
  /** The earliest time that a ZIP can say, in no time zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackageZip() {}

  /** Writes {@code files} to {@code out} in the order of their names. */
  static void write(Spool files, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.files()) {
        var entry = new ZipEntry(file.name());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        try (var bytes = files.open(file)) {
          bytes.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }
}
