package accessreviews.decisions.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.sql.SqlTest;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reports about rows of a test. */
abstract class ReportSqlTest extends SqlTest {
  static final String ADA = Organisation.id("ada");
  static final String BOB = Organisation.id("bob");
  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  static final Instant END = Instant.parse("2026-01-12T00:00:00Z");
  static final Instant DECIDED = Instant.parse("2026-01-06T09:30:00.123456Z");

  final AnInstance.Stored instance(String status) {
    return AnInstance.anInstance().inStatus(status).from(START).until(END).in(rows);
  }

  final Map<String, String> row(AnInstance.Stored instance) {
    var all = rows(ReportedItems.ofInstance(UUID.fromString(instance.id())));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  final List<Map<String, String>> rows(ReportedItems items) {
    return ReportedRows.of(text(items).getBytes(UTF_8));
  }

  final String text(ReportedItems items) {
    var out = new ByteArrayOutputStream();
    new ReviewReport(session()).write(items, out);
    return out.toString(UTF_8);
  }
}
