package accessreviews.odata.reads;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.directory.users.Users;
import accessreviews.odata.query.OptionsParser;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.sql.SqlTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages follow one another by the key of their last row, whatever rows have in common. */
class KeysetPagesSqlTest extends SqlTest {
  private static final String PATH = "users";

  KeysetPagesSqlTest() {
    super(Users.TYPE.entity());
  }

  /** Three of seven have the same name; principal names are in another order. */
  @BeforeEach
  void users() {
    for (var user :
        List.of("1 dan z", "2 bob y", "3 bob a", "4 ada x", "5 bob m", "6 eve b", "7 cyd c")) {
      var words = user.split(" ", -1);
      rows.execute(
          "insert into directory_object (id, type) values (?::uuid, 'user')",
          Organisation.id(words[0]));
      rows.execute(
          """
          insert into directory_user (id, version, display_name, user_principal_name, user_type,
            account_enabled, created_date_time)
          values (?::uuid, 0, ?, ?, 'Member', true, now())""",
          Organisation.id(words[0]),
          words[1],
          words[2]);
    }
  }

  @ParameterizedTest(name = "by {0}: {1}")
  @CsvSource(
      textBlock =
          """
          displayName,            ada bob bob bob cyd dan eve
          displayName desc,       eve dan cyd bob bob bob ada
          userPrincipalName,      bob eve cyd bob ada bob dan
          userPrincipalName desc, dan bob ada bob cyd eve bob
          """)
  void everyRowIsOnOnePageInOrder(String order, String expected) {
    for (var size = 1; size <= 8; size++) {
      var found = walk(Users.TYPE, Map.of("$orderby", order), size, () -> {});

      assertThat(found).as("pages of %d", size).doesNotHaveDuplicates();
      assertThat(names(found)).as("pages of %d", size).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"displayName", "displayName desc"})
  void equalRowsFollowOneAnotherByTheNextColumn(String order) {
    var type = byNext(Users.TYPE, "userPrincipalName");
    var principalNames = order.endsWith("desc") ? "yma" : "amy";
    for (var size = 1; size <= 8; size++) {
      var found = walk(type, Map.of("$orderby", order), size, () -> {});

      assertThat(found).as("pages of %d", size).hasSize(7).doesNotHaveDuplicates();
      assertThat(
              String.join(
                  "",
                  found.stream()
                      .flatMap(
                          id ->
                              rows
                                  .strings(
                                      """
                                      select user_principal_name from directory_user
                                      where id = ?::uuid and display_name = 'bob'""",
                                      id)
                                  .stream())
                      .toList()))
          .as("pages of %d", size)
          .isEqualTo(principalNames);
    }
  }

  @Test
  void equalRowsWithoutANextColumnFollowOneAnotherById() {
    var found = walk(Users.TYPE, Map.of("$orderby", "displayName"), 2, () -> {});

    assertThat(found.subList(1, 4)).isSorted();
  }

  @Test
  void aFilterHoldsOnEveryPage() {
    assertThat(names(walk(Users.TYPE, Map.of("$filter", "displayName eq 'bob'"), 2, () -> {})))
        .isEqualTo("bob bob bob");
  }

  /** What is behind the last row is on a later page; what is before it is on none any more. */
  @Test
  void rowsThatComeAndGoBetweenPagesMoveNoOthers() {
    var found =
        walk(
            Users.TYPE,
            Map.of("$orderby", "displayName"),
            5,
            () -> {
              rows.execute("delete from directory_user where display_name in ('ada', 'cyd')");
              rows.execute(
                  "update directory_user set display_name = 'fay' where display_name = 'dan'");
              session().clear();
            });

    assertThat(found).hasSize(7).doesNotHaveDuplicates();
    assertThat(names(found.subList(5, 7))).isEqualTo("eve fay");
  }

  /** The ids of all pages of {@code size}; {@code between} happens after the first one. */
  private <E> List<String> walk(
      EntityType<E> type, Map<String, String> asked, int size, Runnable between) {
    var ids = new ArrayList<String>();
    String token = null;
    do {
      var sent = new HashMap<>(asked);
      if (token != null) {
        sent.put("$skiptoken", token);
      }
      var query = CollectionQuery.of(type, Condition.ALWAYS, OptionsParser.parse(sent), false);
      var found = new Rows(session()).page(query, query.after(query.token(PATH)), 0, size + 1);
      var page = CollectionQuery.cut(found, size);
      page.forEach(row -> ids.add(type.id().apply(row).toString()));
      token = found.size() <= size ? null : query.tokenAfter(page.getLast(), PATH, -1);
      if (ids.size() == size) {
        between.run();
      }
    } while (token != null);
    return ids;
  }

  private static <E> EntityType<E> byNext(EntityType<E> type, String next) {
    return new EntityType<>(
        type.name(),
        type.entity(),
        type.id(),
        type.view(),
        type.properties(),
        type.searched(),
        type.order(),
        type.property("$orderby", next, false).column());
  }

  private String names(List<String> ids) {
    return String.join(
        " ",
        ids.stream()
            .map(
                id ->
                    rows.strings("select display_name from directory_user where id = ?::uuid", id)
                        .getFirst())
            .toList());
  }
}
