package accessreviews.directory.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of one line by column. One object is used for all lines. */
final class Line {
  private final List<ImportColumn> columns;
  private final @Nullable String[] values;
  private long number;

  Line(List<ImportColumn> columns) {
    this.columns = columns;
    this.values = new String[columns.size()];
  }

  /** The index of the column {@code name}, in any case; negative for an unknown name. */
  int place(String name) {
    var wanted = name.strip().toLowerCase(Locale.ROOT);
    for (var i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** Begins line {@code next}, without values. */
  void begin(long next) {
    number = next;
    Arrays.fill(values, null);
  }

  /** Whether the column has a value already; two names of a line may differ only in case. */
  boolean has(int place) {
    return values[place] != null;
  }

  /** Sets a value; the empty text means an empty value. */
  void put(int place, String value) {
    values[place] = value;
  }

  /** Checks the line by itself; reports problems to {@code rejections}. */
  boolean check(Rejections rejections) {
    var good = true;
    for (var i = 0; i < values.length; i++) {
      var column = columns.get(i);
      var value = values[i];
      if (value == null || value.isEmpty()) {
        if (column.needed()) {
          rejections.add(number, column.name(), column.check().expected());
          good = false;
        } else if (!column.check().type().equals("text")) {
          values[i] = null;
        }
      } else {
        var read = column.check().read().apply(value);
        if (read.isEmpty()) {
          rejections.add(number, column.name(), column.check().expected());
          good = false;
        } else {
          values[i] = read.get();
        }
      }
    }
    return good;
  }

  /** Appends the line in the text format of PostgreSQL's COPY. */
  void copyTo(StringBuilder text) {
    text.append(number);
    for (var value : values) {
      text.append('\t');
      if (value == null) {
        text.append("\\N");
      } else {
        escape(value, text);
      }
    }
    text.append('\n');
  }

  private static void escape(String value, StringBuilder text) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
