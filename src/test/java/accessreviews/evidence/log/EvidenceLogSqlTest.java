package accessreviews.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.identity.UserIdentity;
import accessreviews.platform.StateEmptied;
import accessreviews.testing.sql.SqlTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries are lines with their members in a fixed order, and stay as they are. */
class EvidenceLogSqlTest extends SqlTest {
  private static final UUID SERIES = UUID.fromString("00000000-0000-0000-0000-00000000000d");
  private static final UUID INSTANCE = UUID.fromString("00000000-0000-0000-0000-00000000000e");
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00.123987Z");
  private static final UserIdentity ADA = new UserIdentity("ada", "Ada \"A\"\nLovelace", null);

  private record Statement(String statement, String note) {}

  @Test
  void anEntryIsOneLineWithItsMembersInOrder() {
    log()
        .append(
            EntryType.INSTANCE_ACKNOWLEDGED,
            NOW,
            ADA,
            SERIES,
            INSTANCE,
            new Statement("it is right", ""));

    assertThat(rows.strings("select entry from evidence_entry"))
        .containsExactly(
            "{\"type\":\"instance.acknowledged\",\"at\":\"2026-01-05T09:00:00.123Z\","
                + "\"actor\":{\"id\":\"ada\",\"displayName\":\"Ada \\\"A\\\"\\nLovelace\","
                + "\"userPrincipalName\":null},"
                + "\"definitionId\":\"00000000-0000-0000-0000-00000000000d\","
                + "\"instanceId\":\"00000000-0000-0000-0000-00000000000e\","
                + "\"statement\":\"it is right\",\"note\":\"\"}");
    assertThat(
            rows.strings(
                "select type || ' ' || (instance_id is not null) || ' ' || (item_id is null) from evidence_entry"))
        .containsExactly("instance.acknowledged true true");
    assertThat(
            rows.strings(
                "select 1 from evidence_unsequenced u join evidence_entry e on e.id = u.entry_id"))
        .hasSize(1);
  }

  /** Statements and the service spell an instant in the same way. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-05T09:00:00.123987Z, 2026-01-05T09:00:00.123Z",
    "2026-01-05T09:00:00Z, 2026-01-05T09:00:00.000Z",
    "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z"
  })
  void instantsHaveMilliseconds(String instant, String spelled) {
    assertThat(rows.strings("select evidence_instant(?::timestamptz)", instant))
        .containsExactly(spelled);
    assertThat(
            log()
                .line(
                    EntryType.NOTICE_SENT,
                    Instant.parse(instant),
                    ADA,
                    SERIES,
                    null,
                    new Statement("", "")))
        .contains("\"at\":\"" + spelled + "\"");
  }

  @Test
  void whatIsTooLongIsReplacedByItsHash() {
    var members = new LinkedHashMap<String, Object>();
    members.put("before", "ä".repeat(40_000));
    members.put("after", "x".repeat(10_000));

    var line = log().line(EntryType.DEFINITION_UPDATED, NOW, ADA, SERIES, null, members);

    assertThat(line.length()).isLessThan(EvidenceLog.LONGEST);
    assertThat(line).contains("\"before\":{\"sha256\":\"").contains("\"size\":80002}");
    assertThat(line).contains("\"after\":\"xxx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence_entry set entry = '{}'",
        "delete from evidence_entry",
        "truncate evidence_entry",
        "update evidence_leaf set hash = ''",
        "delete from evidence_leaf",
        "truncate evidence_leaf",
        "update evidence_tile set root = ''",
        "delete from evidence_tile",
        "truncate evidence_tile",
        "update evidence_checkpoint set root = ''",
        "delete from evidence_checkpoint",
        "truncate evidence_checkpoint"
      })
  void nothingIsChangedOrDeleted(String statement) {
    assertThatThrownBy(() -> rows.execute(statement))
        .hasStackTraceContaining("The evidence log is never changed or deleted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence_entry set entry = '{}'",
        "truncate evidence_entry",
        "delete from evidence_leaf"
      })
  void theRetentionMayDeleteEntriesAndNothingElse(String statement) {
    rows.execute("set local access_reviews.evidence = 'retention'");

    assertThatThrownBy(() -> rows.execute(statement))
        .hasStackTraceContaining("The evidence log is never changed or deleted");
  }

  @Test
  void theResetBeginsAnotherLog() {
    log().append(EntryType.NOTICE_SENT, NOW, ADA, SERIES, null, new Statement("", ""));

    new EmptyEvidence(session()).onEmptied(new StateEmptied());
    new EmptyEvidence(session()).onEmptied(new StateEmptied());

    assertThat(rows.strings("select entry from evidence_entry")).isEmpty();
    assertThat(rows.strings("select entry_id from evidence_unsequenced")).isEmpty();
    assertThat(rows.strings("select suffix from evidence_origin")).containsExactly("1");
    assertThatThrownBy(() -> rows.execute("truncate evidence_entry"))
        .hasStackTraceContaining("The evidence log is never changed or deleted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}\n", "{"})
  void whatIsNoLineIsRefused(String entry) {
    assertThatThrownBy(
            () ->
                rows.execute(
                    "insert into evidence_entry (type, at, definition_id, entry) values ('x', now(), ?::uuid, ?)",
                    SERIES.toString(),
                    entry))
        .hasStackTraceContaining("violates check constraint");
  }

  private EvidenceLog log() {
    return new EvidenceLog(session(), new ObjectMapper());
  }
}
