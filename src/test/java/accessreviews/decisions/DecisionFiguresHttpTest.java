package accessreviews.decisions;

import static accessreviews.testing.ManyItems.BOSS;
import static accessreviews.testing.ManyItems.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.Recording.Call;
import accessreviews.testing.ManyItems;
import accessreviews.testing.MeasuredHttpTest;
import accessreviews.testing.NamedSql;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast decisions are recorded and found where there are many: printed, beside what the database
 * alone takes for it. Only with {@code -Dfigures=true}.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "figures", matches = "true")
class DecisionFiguresHttpTest extends MeasuredHttpTest {
  private static final String OWN = "/decisions/filterByCurrentUser(on='reviewer')";
  private static final String EVERYWHERE = "/beta/identityGovernance/accessReviews" + OWN;
  private static final String APPROVE = "{\"decision\":\"Approve\",\"justification\":\"\"}";
  private static final String RESET = "resetDecisions";
  private static final int ROUNDS = 3;
  private static final int REPEATED = 11;
  private static final int PAGES = 100;

  /** What PostgreSQL has read of the items: whole tables, and by indexes. */
  private static final String READ =
      """
      select unnest(array[seq_tup_read, idx_tup_fetch]) from pg_stat_user_tables
      where relname = 'access_review_decision_item'""";

  /** No later than after so long PostgreSQL counts what an idle connection has read. */
  private static final Duration COUNTED = Duration.ofSeconds(12);

  @Test
  void oneByOne() throws Exception {
    var items = ManyItems.stored(60_000, rows);
    var ids =
        rows.strings("select id from access_review_decision_item").stream()
            .map(UUID::fromString)
            .toList();
    var token = token(BOSS);
    var next = new AtomicInteger();
    Callable<?> byHttp =
        () ->
            answer(
                "PATCH",
                token,
                items.instance().path() + "/decisions/" + ids.get(next.getAndIncrement()),
                APPROVE,
                204);
    perSecond(4_000, Collections.nCopies(8, byHttp)); // while it warms up

    for (var connections : new int[] {1, 8, 32}) {
      var times = connections == 1 ? 2_000 : 8_000;
      var http = perSecond(times, Collections.nCopies(connections, byHttp));
      var jdbc = singleByJdbc(items, ids, next, connections, times);
      System.out.printf(
          "FIGURES single, %d connections: %.0f decisions/s; by JDBC alone %.0f, ratio %.2f%n",
          connections, http, jdbc, http / jdbc);
    }
    assertThat(
            rows.strings(
                "select count(*) from access_review_decision_item where decision = 'Approve'"))
        .containsExactly(Integer.toString(next.get()));
  }

  /** The two statements of an answer, in a transaction. */
  private double singleByJdbc(
      ManyItems items, List<UUID> ids, AtomicInteger next, int connections, int times)
      throws Exception {
    var read = NamedSql.of(OpenItem.sql(null, LockModeType.NONE));
    var write =
        NamedSql.of(
            Recording.of(Call.single, Decision.Approve, RecordDecision.ITEM)
                .asReviewer(UUID.fromString(BOSS))
                .sql());
    var open = new ArrayList<Connection>();
    var work = new ArrayList<Callable<?>>();
    for (var i = 0; i < connections; i++) {
      var connection = connection();
      open.add(connection);
      work.add(
          () -> {
            var parameters = parameters(items, Call.single);
            parameters.put("item", ids.get(next.getAndIncrement()));
            assertThat(read.run(connection, parameters)).isEqualTo(1);
            assertThat(write.run(connection, parameters)).isEqualTo(1);
            connection.commit();
            return true;
          });
    }
    var perSecond = perSecond(times, work);
    for (var connection : open) {
      connection.close();
    }
    return perSecond;
  }

  @Test
  void manyAtOnce() throws Exception {
    var items = ManyItems.stored(100_000, rows);
    var statements = statements(items);
    var times = new LinkedHashMap<String, List<Double>>();
    try (var connection = connection()) {
      for (var round = 0; round < ROUNDS; round++) {
        for (var call : List.of("batchRecordDecisions", RESET, "acceptRecommendations", RESET)) {
          var path = items.instance().path() + "/" + call;
          var token = call.equals(RESET) ? token() : token(BOSS);
          items.tidy(rows);
          var http = seconds(() -> answer("POST", token, path, APPROVE, 204));
          times.computeIfAbsent(call, first -> new ArrayList<>()).add(http);
        }
        for (var call : List.of("batchRecordDecisions", RESET, "acceptRecommendations", RESET)) {
          items.tidy(rows);
          var sql = NamedSql.of(statements.getOrDefault(call, ""));
          var jdbc =
              seconds(
                  () -> {
                    assertThat(sql.run(connection, parameters(items, Call.batch)))
                        .isEqualTo(items.number());
                    connection.commit();
                    return true;
                  });
          times.computeIfAbsent(call + " by JDBC", first -> new ArrayList<>()).add(jdbc);
        }
      }
    }
    for (var call : List.of("batchRecordDecisions", "acceptRecommendations", RESET)) {
      var http = median(times, call);
      var jdbc = median(times, call + " by JDBC");
      System.out.printf(
          "FIGURES %s of %,d items: %.2f s, %,.0f decisions/s; by JDBC alone %.2f s, ratio %.2f%n",
          call, items.number(), http, items.number() / http, jdbc, jdbc / http);
    }
  }

  private static double median(Map<String, List<Double>> times, String of) {
    return median(
        times.getOrDefault(of, List.of()).stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Map<String, String> statements(ManyItems items) {
    var open = new OpenRound(UUID.fromString(items.instance().id()), null, false).items();
    var boss = UUID.fromString(BOSS);
    var reviewed = ReviewerList.itemsOf(List.of(new ReviewerList("", Route.primary)));
    return Map.of(
        "batchRecordDecisions",
        Recording.of(Call.batch, Decision.Approve, open).asReviewer(boss, reviewed).sql(),
        "acceptRecommendations",
        Recording.asRecommended(Call.recommendation, open + " and d.decision = 'NotReviewed'")
            .asReviewer(boss, reviewed)
            .sql(),
        RESET,
        Recording.of(
                Call.reset,
                Decision.NotReviewed,
                OpenRound.OF_INSTANCE + " and d.decision <> 'NotReviewed'")
            .sql());
  }

  private static Map<String, Object> parameters(ManyItems items, Call call) {
    var parameters = new HashMap<String, Object>();
    parameters.put("instance", UUID.fromString(items.instance().id()));
    parameters.put("definition", UUID.fromString(items.instance().definition()));
    parameters.put("caller", UUID.fromString(BOSS));
    parameters.put("list0", "");
    parameters.put("version", 0L);
    parameters.put("actor", BOSS);
    parameters.put("actorName", "Boss");
    parameters.put("actorUser", "boss@contoso.com");
    parameters.put("justification", "");
    parameters.put("call", call.name());
    parameters.put("now", NOW.atOffset(ZoneOffset.UTC));
    return parameters;
  }

  @Test
  void aPageOfAMillion() throws Exception {
    var items = ManyItems.stored(1_000_000, rows);
    var ofInstance = items.instance().path() + OWN;
    for (var reviewer : List.of(BOSS, MANAGER)) {
      var who = reviewer.equals(BOSS) ? "reviewer of all" : "manager of 10";
      var mine =
          reviewer.equals(BOSS) ? "stage = '' and route = 'primary'" : "reviewer_id = :reviewer";
      pages("of the instance, " + who, ofInstance, reviewer, sql(mine, "principal_id"), items);
      pages("of all instances, " + who, EVERYWHERE, reviewer, sql(mine, "id"), items);
    }
  }

  /** What is shown on a page, and how many there are in all. */
  private static List<String> sql(String mine, String order) {
    var from = " from access_review_decision_item where instance_id = :instance and " + mine;
    return List.of(
        "select *" + from + " order by " + order + " limit 101", "select count(*)" + from);
  }

  private void pages(String what, String path, String reviewer, List<String> sql, ManyItems items)
      throws Exception {
    var token = token(reviewer);
    seconds(3, () -> answer("GET", token, path, "", 200)); // while it warms up
    var before = read();
    var first = seconds(REPEATED, () -> answer("GET", token, path, "", 200));
    var after = read();
    var jdbc = 0.0;
    try (var connection = connection()) {
      var parameters = parameters(items, Call.single);
      parameters.put("reviewer", UUID.fromString(reviewer));
      for (var one : sql) {
        jdbc += seconds(REPEATED, () -> NamedSql.of(one).run(connection, parameters));
      }
    }
    System.out.printf(
        "FIGURES first page %s: %.1f ms; by JDBC alone %.1f ms, ratio %.2f; of the table %,d rows"
            + " read, by index %,d%n",
        what,
        first * 1000,
        jdbc * 1000,
        jdbc / first,
        (after.get(0) - before.get(0)) / REPEATED,
        (after.get(1) - before.get(1)) / REPEATED);
    later(what, path, token);
  }

  private void later(String what, String path, String token) throws Exception {
    var next = next(answer("GET", token, path, "", 200));
    for (var page = 2; next != null && page < PAGES; page++) {
      next = next(answer("GET", token, next, "", 200));
    }
    if (next != null) {
      var hundredth = next;
      System.out.printf(
          "FIGURES page %d %s: %.1f ms%n",
          PAGES, what, 1000 * seconds(REPEATED, () -> answer("GET", token, hundredth, "", 200)));
    }
  }

  private static @Nullable String next(String page) {
    return JsonPath.from(page).getString("'@odata.nextLink'");
  }

  private List<Long> read() throws InterruptedException {
    Thread.sleep(COUNTED);
    return rows.strings(READ).stream().map(Long::valueOf).toList();
  }
}
