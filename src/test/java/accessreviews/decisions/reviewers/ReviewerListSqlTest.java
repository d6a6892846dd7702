package accessreviews.decisions.reviewers;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.items.Route;
import accessreviews.testing.sql.SqlTest;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who is assigned to an item: its own reviewer, and whoever was asked to review and is on the list
 * that it is routed to. The condition for many items says the same as the function for one.
 */
class ReviewerListSqlTest extends SqlTest {
  private static final String ME = "00000000-0000-4000-8000-0000000000a1";
  private static final String OTHER = "00000000-0000-4000-8000-0000000000a2";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # my list, stage, asked | route of the item, stage, own reviewer | I act as
          primary,  1, true,        primary,    1, -,                        primary
          primary,  1, true,        primary,    2, -,                        -
          primary,  1, false,       primary,    1, -,                        -
          primary,  1, true,        fallback,   1, -,                        -
          fallback, 1, true,        fallback,   1, -,                        fallback
          fallback, 1, true,        primary,    1, -,                        -
          primary,  1, true,        individual, 1, -,                        -
          primary,  1, true,        nobody,     1, -,                        -
          -,        1, true,        individual, 1, ME,                       individual
          -,        1, true,        individual, 1, OTHER,                    -
          -,        1, true,        primary,    1, ME,                       individual
          primary,  1, true,        primary,    1, ME,                       individual primary
          primary,  1, true,        individual, 2, ME,                       individual
          """)
  void ofAnItem(
      @Nullable Route list,
      String stage,
      boolean asked,
      String route,
      String itemStage,
      @Nullable String ownReviewer,
      @Nullable String actsAs) {
    var instance = anInstance().in(rows);
    rows.execute(
        """
        insert into access_review_reviewer
          (instance_id, stage, user_id, listed, contacted, created_date_time)
        values (?::uuid, ?, ?::uuid, ?, ?, now())""",
        instance.id(),
        stage,
        ME,
        list == null ? null : list.name(),
        asked);
    var own = ownReviewer == null ? null : ownReviewer.equals("ME") ? ME : OTHER;

    assertThat(
            rows.strings(
                """
                select string_agg(acting_as, ' ' order by acting_as)
                from access_review_assigned(?::uuid, ?, ?, ?::uuid) where user_id = ?::uuid""",
                instance.id(),
                itemStage,
                route,
                own,
                ME))
        .containsExactly(actsAs);
    assertThat(isAmongMine(instance.id(), itemStage, route, own)).isEqualTo(actsAs != null);
  }

  private boolean isAmongMine(
      String instance, String itemStage, String route, @Nullable String ownReviewer) {
    var lists =
        session()
            .createNativeQuery(
                """
                select stage, route from access_review_asked_reviewer
                where instance_id = :instance and user_id = :me and route is not null""",
                Tuple.class)
            .setParameter("instance", UUID.fromString(instance))
            .setParameter("me", UUID.fromString(ME))
            .getResultStream()
            .map(
                row ->
                    new ReviewerList(
                        row.get("stage", String.class),
                        Route.valueOf(row.get("route", String.class))))
            .toList();
    return session()
        .createNativeQuery(
            """
            select coalesce(%s, false)
            from (values (:stage, :route, cast(:own as uuid))) d (stage, route, reviewer_id)"""
                .formatted(ReviewerList.itemsOf(lists)),
            Boolean.class)
        .setProperties(ReviewerList.parameters(lists))
        .setParameter("caller", UUID.fromString(ME))
        .setParameter("stage", itemStage)
        .setParameter("route", route)
        .setParameter("own", ownReviewer, String.class)
        .getSingleResult();
  }
}
