package accessreviews.decisions.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells as spreadsheets take them. */
class ReportCsvTest {
  record Written(String cell, String line) {}

  static List<Written> cells() {
    return List.of(
        new Written("", ""),
        new Written("plain", "plain"),
        new Written("Müller 😀", "Müller 😀"),
        new Written("a,b", "\"a,b\""),
        new Written("say \"no\"", "\"say \"\"no\"\"\""),
        new Written("two\r\nlines", "\"two\r\nlines\""),
        new Written("two\nlines", "\"two\nlines\""),
        new Written("1-1=0", "1-1=0"),
        new Written("=1+1", "'=1+1"),
        new Written("+1", "'+1"),
        new Written("-1", "'-1"),
        new Written("@SUM(A1)", "'@SUM(A1)"),
        new Written("\t=1", "'\t=1"),
        new Written("\r=1", "\"'\r=1\""),
        new Written("=cmd|' /C calc'!A0,", "\"'=cmd|' /C calc'!A0,\""));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aCellIsQuotedAndNoFormula(Written cell) throws IOException {
    assertThat(written(List.of("x", cell.cell(), "y"))).isEqualTo("x," + cell.line() + ",y\r\n");
  }

  @Test
  void aReportWithoutRowsHasItsColumns() throws IOException {
    var out = new ByteArrayOutputStream();
    new ReportCsv(out, List.of("a", "b")).close();

    assertThat(out.toString(UTF_8)).isEqualTo("\uFEFFa,b\r\n");
  }

  private static String written(List<String> row) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var csv = new ReportCsv(out, List.of("a", "b", "c"))) {
      csv.row(row);
    }
    var text = out.toString(UTF_8);
    assertThat(text).startsWith("\uFEFFa,b,c\r\n");
    return text.substring("\uFEFFa,b,c\r\n".length());
  }
}
