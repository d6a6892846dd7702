package accessreviews.directory.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a CSV file (RFC 4180, UTF-8); the first line names the columns. A value with line
 * breaks counts as one line.
 */
final class CsvLines implements Lines {
  private static final int LONGEST_VALUE = 65_536;
  private static final int MOST_COLUMNS = 100;

  private final CsvParser parser;
  private int[] places = {};
  private boolean named;
  private boolean broken;
  private long read;

  CsvLines(InputStream file) throws IOException {
    parser =
        CsvFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(LONGEST_VALUE).build())
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build()
            .createParser(file);
    parser.setSchema(CsvSchema.emptySchema());
  }

  @Override
  public boolean next(Line line, Rejections rejections) throws IOException {
    if (broken) {
      return false;
    }
    var number = named ? read + 2 : 1;
    try {
      if (!named) {
        if (!name(line)) {
          broken = true;
          rejections.add(1, "names of columns, each of them once in any case");
          return false;
        }
        number = 2;
      }
      if (!JsonToken.START_ARRAY.equals(parser.nextToken())) {
        return false;
      }
      read++;
      line.begin(number);
      for (var i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        if (i < places.length && places[i] >= 0) {
          line.put(places[i], parser.getText());
        }
      }
      return true;
    } catch (JacksonException e) {
      broken = true; // where the next line begins is not known any more
      rejections.add(
          number, "comma-separated values, each of at most " + LONGEST_VALUE + " characters");
      return false;
    }
  }

  /** Reads the names of the columns; returns whether each is there once. */
  private boolean name(Line line) throws IOException {
    named = true;
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return true;
    }
    var once = true;
    var found = new int[MOST_COLUMNS];
    Arrays.fill(found, -1);
    for (var i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i < MOST_COLUMNS) {
        var place = line.place(parser.getText());
        once &= place < 0 || Arrays.stream(found).noneMatch(other -> other == place);
        found[i] = place;
      }
    }
    places = found;
    return once;
  }

  @Override
  public long read() {
    return read;
  }
}
