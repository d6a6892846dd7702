package accessreviews.portal.reviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import accessreviews.decisions.items.Decision;
import accessreviews.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items in forms: short ones of pages, and ids in full. */
class TickedItemsTest {
  static Stream<UUID> ids() {
    return Stream.of(
        new UUID(0, 0), new UUID(-1, -1), UUID.fromString("7f1c2a52-6a0e-4c58-9a53-2f7f4a1f0b11"));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void areReadAsPagesWriteThem(UUID id) {
    var key = TickedItems.key(id, 12);

    assertThat(key).hasSize(25);
    assertThat(TickedItems.of("Deny:" + key, null, List.of()))
        .isEqualTo(new TickedItems(Decision.Deny, Map.of(id, 12L)));
  }

  @Test
  void mayBeIdsInFull() {
    var id = "7f1c2a52-6a0e-4c58-9a53-2f7f4a1f0b11";

    assertThat(TickedItems.of(null, "DontKnow", List.of(id + ".3")))
        .isEqualTo(new TickedItems(Decision.DontKnow, Map.of(UUID.fromString(id), 3L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Deny:", "Deny:x.1", "Deny:AAAAAAAAAAAAAAAAAAAAAA", "x:AAAAAAAA.1"})
  void nothingElseIsTaken(String one) {
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> TickedItems.of(one, null, List.of()));
  }
}
