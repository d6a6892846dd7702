package accessreviews.decisions.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.refusal.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many read at once, and for how long. */
class DownloadsTest {
  private record Config(int atOnce, Duration longest) implements DownloadsConfig {}

  private static final byte[] BYTES = {1, 2, 3};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void whoComesTooManyIsRefusedUntilAnotherHasGone() throws IOException {
    var downloads = new Downloads(new Config(1, Duration.ofHours(1)));

    downloads.send(
        to -> {
          assertThatThrownBy(() -> downloads.send(again -> again.write(BYTES), out))
              .isInstanceOf(Refused.class)
              .hasMessageStartingWith("1 downloads are running");
          to.write(BYTES);
        },
        out);
    downloads.send(to -> to.write(BYTES), out);

    assertThat(out.size()).isEqualTo(6);
  }

  @Test
  void whoFailsLeavesTheirPlace() {
    var downloads = new Downloads(new Config(1, Duration.ofHours(1)));
    for (var i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  downloads.send(
                      to -> {
                        throw new IOException("gone");
                      },
                      out))
          .hasMessage("gone");
    }
  }

  @Test
  void whoIsTooSlowGetsNothingMore() {
    var downloads = new Downloads(new Config(1, Duration.ofNanos(-1)));

    assertThatThrownBy(() -> downloads.send(to -> to.write(BYTES), out))
        .isInstanceOf(IOException.class);
    assertThat(out.size()).isZero();
  }
}
