package accessreviews.evidence.population;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.sql.SqlTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes of {@code population.csv}, and their digests. */
class PopulationCsvSqlTest extends SqlTest {
  private static final String ADA = "0000000a-0000-4000-8000-000000000001";
  private static final String BOB = "0000000b-0000-4000-8000-000000000001";
  private static final String GROUP = "000000a1-0000-4000-8000-000000000001";
  private static final String APP = "000000a2-0000-4000-8000-000000000001";
  private static final String BOSS = "000000b0-0000-4000-8000-000000000001";

  private PopulationCsv csv() {
    return new PopulationCsv(session());
  }

  private String file(AnInstance.Stored instance) {
    var out = new ByteArrayOutputStream();
    csv().write(UUID.fromString(instance.id()), out);
    return out.toString(UTF_8);
  }

  private static AnItem of(String principal, String resource) {
    return anItem().with("principal_id", principal).with("resource_id", resource);
  }

  @Test
  void aLineSaysWhoHasAccessToWhatAndHow() {
    var instance = anInstance().in(rows);
    var item =
        of(ADA, APP)
            .with("principal_name", "Ada")
            .with("principal_user_name", "ada@contoso.com")
            .with("manager_id", BOSS)
            .with("last_sign_in_date_time", "2026-01-02 03:04:05.678901+01")
            .with("resource_sign_in_date_time", "2026-01-01Z")
            .with("resource_type", "servicePrincipal")
            .with("resource_name", "Payroll")
            .with("resource_app_id", BOSS)
            .with("membership", "direct,indirect")
            .with("membership_through", "Staff (" + GROUP + ")")
            .in(instance, rows);

    assertThat(file(instance))
        .isEqualTo(
            PopulationCsv.HEADER
                + "\r\n"
                + (item.id() + ",built-in," + ADA + ",\"Ada\",\"ada@contoso.com\",user,,")
                + (BOSS + ",2026-01-02T02:04:05.678Z,built-in," + APP + ",\"Payroll\",")
                + ("servicePrincipal," + BOSS + ",2026-01-01T00:00:00.000Z,direct indirect,")
                + ("\"Staff (" + GROUP + ")\"\r\n"));
  }

  @Test
  void whatIsNotKnownIsEmpty() {
    var instance = anInstance().in(rows);
    var item =
        of(ADA, GROUP)
            .with("principal_name", null)
            .with("principal_user_name", null)
            .with("resource_name", "")
            .in(instance, rows);

    assertThat(file(instance))
        .endsWith(
            "\r\n%s,built-in,%s,,,user,,,,built-in,%s,\"\",group,,,direct,\r\n"
                .formatted(item.id(), ADA, GROUP));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      textBlock =
          """
          =1+1,          "'=1+1"
          +1,            "'+1"
          -1,            "'-1"
          @sum,          "'@sum"
          |\t1|,         "'\t1"
          a=1,           "a=1"
          |a "b", c|,    |"a ""b"", c"|
          |"=1"|,        |""\"=1""\"|
          Zoë,           "Zoë"
          """)
  void namesAreTextToSpreadsheets(String name, String cell) {
    var instance = anInstance().in(rows);
    of(ADA, GROUP).in(instance, rows);
    rows.execute("update access_review_decision_item set principal_name = ?", name);

    assertThat(file(instance)).contains("," + ADA + "," + cell + ",");
  }

  @Test
  void linesAreInTheOrderOfPrincipalResourceAndItem() {
    var instance = anInstance().in(rows);
    of(BOB, GROUP).in(instance, rows);
    of(ADA, APP).in(instance, rows);
    of(ADA, GROUP).in(instance, rows);

    assertThat(file(instance).lines().skip(1))
        .extracting(line -> line.split(",", -1)[2] + " " + line.split(",", -1)[10])
        .containsExactly(ADA + " " + GROUP, ADA + " " + APP, BOB + " " + GROUP);
  }

  @Test
  void aDecisionChangesNothing() {
    var instance = anInstance().in(rows);
    of(ADA, GROUP).in(instance, rows);
    var before = file(instance);

    rows.execute(
        """
        update access_review_decision_item set decision = 'Deny', justification = 'x',
          apply_result = 'AppliedSuccessfully', route = 'nobody', recommendation = 'Deny',
          version = version + 1""");

    assertThat(file(instance)).isEqualTo(before);
  }

  @Test
  void onePassDigestsManyInstances() throws Exception {
    var instances = new ArrayList<AnInstance.Stored>();
    for (var i = 0; i < 4; i++) {
      var instance = anInstance().in(rows);
      instances.add(instance);
      for (var items = 0; items < i; items++) {
        anItem().in(instance, rows);
      }
    }
    anItem().in(anInstance().in(rows), rows); // of another instance

    var found = csv().of(instances.stream().map(one -> UUID.fromString(one.id())).toList());

    assertThat(found).hasSize(4);
    for (var i = 0; i < 4; i++) {
      var bytes = file(instances.get(i)).getBytes(UTF_8);
      assertThat(found.get(UUID.fromString(instances.get(i).id())))
          .isEqualTo(
              new Population(
                  i, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))));
    }
  }

  @Test
  void moreItemsThanAreReadAtOnceAreAllThere() {
    var instance = anInstance().in(rows);
    of(ADA, GROUP).in(instance, rows);
    rows.insert(
        "access_review_decision_item",
        """
        select (jsonb_populate_record(d, jsonb_build_object(
          'id', gen_random_uuid(), 'principal_id', gen_random_uuid()))).*
        from access_review_decision_item d, generate_series(1, 4500)""");

    assertThat(file(instance).lines()).hasSize(4502);
    assertThat(csv().of(List.of(UUID.fromString(instance.id()))).values())
        .extracting(Population::count)
        .containsExactly(4501L);
  }

  /** The statement that made the lines when the first digests were entered. */
  private static final String FIRST_LINES =
      """
      select concat(d.id, ',built-in,', d.principal_id, ',', %s, ',', %s, ',', d.principal_type,
        ',', d.principal_app_id, ',', d.manager_id, ',', evidence_instant(d.last_sign_in_date_time),
        ',built-in,', d.resource_id, ',', %s, ',', d.resource_type, ',', d.resource_app_id, ',',
        evidence_instant(d.resource_sign_in_date_time), ',', replace(d.membership, ',', ' '), ',', %s)
      from access_review_decision_item d order by principal_id, resource_id"""
          .formatted(
              cell("principal_name"),
              cell("principal_user_name"),
              cell("resource_name"),
              cell("membership_through"));

  private static String cell(String column) {
    return """
    case when left(d.%1$s, 1) in ('=', '+', '-', '@', E'\\t', E'\\r') then '"''' else '"' end
      || replace(d.%1$s, '"', '""') || '"'"""
        .formatted(column);
  }

  @Test
  void linesAreThoseOfTheFirstDigests() {
    var instance = anInstance().in(rows);
    of(ADA, GROUP).in(instance, rows);
    rows.insert(
        "access_review_decision_item",
        """
        select (jsonb_populate_record(d, jsonb_build_object(
          'id', gen_random_uuid(), 'principal_id', gen_random_uuid(),
          'principal_name', names[1 + i % 12], 'principal_user_name', names[1 + i % 11],
          'resource_name', names[1 + i % 7], 'membership_through', names[1 + i % 5],
          'principal_app_id', case when i % 3 = 0 then gen_random_uuid() end,
          'manager_id', case when i % 2 = 0 then gen_random_uuid() end,
          'membership', (array['direct', 'indirect', 'direct,indirect'])[1 + i % 3],
          'last_sign_in_date_time', instants[1 + i % 12],
          'resource_sign_in_date_time', instants[1 + i % 11]))).*
        from access_review_decision_item d, generate_series(1, 1000) i,
          (select array['', 'Ada', '"', '="x"', '-', '@', E'\t', E'\r\n', 'Zoë, 明 😀', ',',
              repeat('ä"', 3000), null] names,
            array['infinity', '-infinity', null, '0001-01-01Z', '0044-03-15 12:00Z BC',
              '9999-12-31 23:59:59.999999Z', '10000-01-01Z', '1969-12-31 23:59:59.999999Z',
              '1999-12-31 23:59:59.000999Z', '2000-01-01Z', '2026-03-29 02:30:00.5+02',
              '2026-11-30 01:02:03.456Z'] instants) odd""");

    assertThat(file(instance))
        .isEqualTo(
            PopulationCsv.HEADER
                + "\r\n"
                + String.join("\r\n", rows.strings(FIRST_LINES))
                + "\r\n");
  }

  @Test
  void whoCannotWriteTheFileKeepsTheConnection() {
    var instance = anInstance().in(rows);
    of(ADA, GROUP).in(instance, rows);
    var id = UUID.fromString(instance.id());

    assertThatThrownBy(
            () ->
                csv()
                    .write(
                        id,
                        new OutputStream() {
                          private int written;

                          @Override
                          public void write(int one) throws IOException {
                            if (written++ > PopulationCsv.HEADER.length() + 10) {
                              throw new IOException("full");
                            }
                          }
                        }))
        .hasMessageContaining("full");

    assertThat(csv().of(List.of(id)).values()).extracting(Population::count).containsExactly(1L);
  }
}
