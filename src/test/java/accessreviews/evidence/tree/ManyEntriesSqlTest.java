package accessreviews.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.sql.SqlTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * By hand, with {@code -Dsequenced.entries=1000000}: how long it takes to sequence many entries.
 */
@EnabledIfSystemProperty(named = "sequenced.entries", matches = "[0-9]+")
class ManyEntriesSqlTest extends SqlTest {
  private static final String WRITE =
      """
      insert into evidence_entry (type, at, definition_id, instance_id, item_id, entry)
      select e.type, now(), e."definitionId", e."instanceId", e."itemId",
        cast(row_to_json(e) as text)
      from generate_series(1, ?) i cross join lateral (
        select 'decision' as type, evidence_instant(now()) as at,
          (select row_to_json(a) from (
            select gen_random_uuid() as id, 'User ' || i as "displayName",
              'user' || i || '@contoso.com' as "userPrincipalName") a) as actor,
          uuid '00000000-0000-0000-0000-00000000000d' as "definitionId",
          uuid '00000000-0000-0000-0000-00000000000e' as "instanceId",
          null as "stageId", gen_random_uuid() as "itemId", gen_random_uuid() as "principalId",
          uuid '00000000-0000-0000-0000-00000000000f' as "resourceId", 'NotReviewed' as before,
          'Approve' as decision, 'is still needed' as justification,
          'Approve' as recommendation, 'primary' as "actingAs", 'batch' as call,
          1000000 as "callSize") e""";

  @Test
  void howLongItTakes() {
    var count = Integer.getInteger("sequenced.entries");
    var begun = System.nanoTime();
    rows.execute(WRITE, count);
    System.out.printf("WRITTEN %,d in %.1f s%n", count, (System.nanoTime() - begun) / 1e9);

    begun = System.nanoTime();
    var step = new SequenceStep(session());
    var placed = 0;
    for (var portion = step.run(); portion > 0; portion = step.run()) {
      placed += portion;
    }
    System.out.printf("SEQUENCED %,d in %.1f s%n", placed, (System.nanoTime() - begun) / 1e9);
    assertThat(placed).isEqualTo(count);

    begun = System.nanoTime();
    var tree =
        new TreeHashes(placed, (level, number, width) -> Tree.read(session(), level, number));
    for (var index = 0; index < placed; index += 10) {
      assertThat(tree.inclusion(index)).hasSizeBetween(10, 20);
    }
    System.out.printf("PROVED %,d in %.1f s%n", placed / 10, (System.nanoTime() - begun) / 1e9);
  }
}
