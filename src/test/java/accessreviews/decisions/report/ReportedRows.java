package accessreviews.decisions.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A report as a spreadsheet reads it. */
public final class ReportedRows {
  private ReportedRows() {}

  /** The rows of {@code csv}, each cell by the name of its column. */
  public static List<Map<String, String>> of(byte[] csv) {
    var text = new String(csv, UTF_8);
    if (!text.startsWith("\uFEFF")) {
      throw new IllegalArgumentException("No byte order mark: " + text);
    }
    try (var rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(text.substring(1))) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
