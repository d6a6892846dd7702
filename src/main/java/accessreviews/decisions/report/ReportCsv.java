package accessreviews.decisions.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A report as CSV: UTF-8 with a byte order mark, RFC 4180, the first line names the columns. The
 * stream below stays open.
 */
public final class ReportCsv implements AutoCloseable {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);

  /** Spreadsheets take a cell that begins with one of these for a formula. */
  private static final String BEGINS_FORMULA = "=+-@\t\r";

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();

  private final CsvGenerator cells;

  /** Begins a report with {@code columns}. */
  public ReportCsv(OutputStream out, List<String> columns) throws IOException {
    out.write(BYTE_ORDER_MARK);
    cells = CSV.createGenerator(out);
    var schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
    columns.forEach(schema::addColumn);
    cells.setSchema(schema.build());
  }

  /** Adds a row with a cell for each column. */
  public void row(List<String> row) throws IOException {
    cells.writeStartArray();
    for (var cell : row) {
      cells.writeString(guarded(cell));
    }
    cells.writeEndArray();
  }

  /** {@code cell}, with an apostrophe before what a spreadsheet would compute. */
  static String guarded(String cell) {
    return !cell.isEmpty() && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** Hands on what was written so far. */
  void flush() throws IOException {
    cells.flush();
  }

  @Override
  public void close() throws IOException {
    cells.close();
  }
}
