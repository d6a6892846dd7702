package accessreviews.evidence.population;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * A line of {@code population.csv}, as bytes. One object makes all lines, one after the other, and
 * its memory is that of the longest one.
 */
final class PopulationLine {
  private static final byte[] SOURCE = "built-in".getBytes(US_ASCII);
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

  /** What a spreadsheet would take for a formula begins with one of these. */
  private static final String FORMULAS = "=+-@\t\r";

  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR_OF_ERA, 4, 6, SignStyle.NOT_NEGATIVE)
          .appendPattern("-MM-dd'T'HH:mm:ss.SSS'Z'")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** PostgreSQL counts microseconds from there. */
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private static final long MICROSECONDS = 1_000_000;
  private static final int MOST_OF_A_VALUE = 256;

  private byte[] line = new byte[4 * MOST_OF_A_VALUE];
  private int length;
  private long lastInstant;
  private byte[] lastText = new byte[0];

  /** Makes the line of {@code row}, in the order of its columns; returns its instance. */
  UUID read(ByteBuffer row) {
    length = 0;
    row.getInt();
    var instance = new UUID(row.getLong(), row.getLong());
    id(row);
    put(',');
    put(SOURCE);
    cell(row, this::id);
    cell(row, this::name); // of the principal
    cell(row, this::name);
    cell(row, this::word);
    cell(row, this::id); // its application, and its manager
    cell(row, this::id);
    cell(row, this::instant);
    put(',');
    put(SOURCE);
    cell(row, this::id);
    cell(row, this::name); // of the resource
    cell(row, this::word);
    cell(row, this::id);
    cell(row, this::instant);
    cell(row, this::membership);
    cell(row, this::name);
    put('\r');
    put('\n');
    return instance;
  }

  void update(MessageDigest digest) {
    digest.update(line, 0, length);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(line, 0, length);
  }

  @FunctionalInterface
  private interface Value {
    void put(ByteBuffer row);
  }

  private void cell(ByteBuffer row, Value value) {
    put(',');
    value.put(row);
  }

  private void id(ByteBuffer row) {
    var bytes = row.getInt();
    for (var i = 0; i < bytes; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        put('-');
      }
      var one = row.get();
      put(HEX[(one >> 4) & 15]);
      put(HEX[one & 15]);
    }
  }

  /** A text that has no character with a meaning in CSV. */
  private void word(ByteBuffer row) {
    var bytes = Math.max(row.getInt(), 0);
    reserve(bytes);
    row.get(line, length, bytes);
    length += bytes;
  }

  /** Its comma would begin another cell. */
  private void membership(ByteBuffer row) {
    var begin = length;
    word(row);
    for (var i = begin; i < length; i++) {
      if (line[i] == ',') {
        line[i] = ' ';
      }
    }
  }

  /** Always in quotes. No byte of a longer UTF-8 character is one of ASCII. */
  private void name(ByteBuffer row) {
    var bytes = row.getInt();
    if (bytes < 0) {
      return;
    }
    put('"');
    for (var i = 0; i < bytes; i++) {
      var one = row.get();
      if (i == 0 && FORMULAS.indexOf(one) >= 0) {
        put('\'');
      } else if (one == '"') {
        put('"');
      }
      put(one);
    }
    put('"');
  }

  /** Many principals have the same: that of an import, or none. */
  private void instant(ByteBuffer row) {
    if (row.getInt() < 0) {
      return;
    }
    var microseconds = row.getLong();
    if (microseconds == Long.MAX_VALUE || microseconds == Long.MIN_VALUE) {
      return; // infinity
    }
    if (lastText.length == 0 || microseconds != lastInstant) {
      lastText = text(microseconds).getBytes(US_ASCII);
      lastInstant = microseconds;
    }
    put(lastText);
  }

  private static String text(long microseconds) {
    return INSTANT.format(
        EPOCH
            .plusSeconds(Math.floorDiv(microseconds, MICROSECONDS))
            .plusNanos(Math.floorMod(microseconds, MICROSECONDS) * 1_000));
  }

  private void put(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, line, length, bytes.length);
    length += bytes.length;
  }

  private void put(int one) {
    reserve(1);
    line[length++] = (byte) one;
  }

  private void reserve(int bytes) {
    if (length + bytes > line.length) {
      line = Arrays.copyOf(line, Math.max(length + bytes, 2 * line.length));
    }
  }
}
