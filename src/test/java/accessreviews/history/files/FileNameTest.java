package accessreviews.history.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of files that anybody may have chosen. */
class FileNameTest {
  record Named(String called, String disposition) {}

  static List<Named> names() {
    return List.of(
        new Named("Report", named("Report-1.csv", "Report-1.csv")),
        new Named("Q1 2026", named("Q1 2026-1.csv", "Q1%202026-1.csv")),
        new Named("Prüfung", named("Pr_fung-1.csv", "Pr%C3%BCfung-1.csv")),
        new Named("😀", named("_-1.csv", "%F0%9F%98%80-1.csv")),
        new Named("a\"b", named("a_b-1.csv", "a_b-1.csv")),
        new Named("../../etc/passwd", named(".._.._etc_passwd-1.csv", ".._.._etc_passwd-1.csv")),
        new Named(
            "a\r\nSet-Cookie: x", named("a__Set-Cookie_ x-1.csv", "a__Set-Cookie_%20x-1.csv")),
        new Named("a;b%22", named("a_b_22-1.csv", "a_b_22-1.csv")),
        new Named("fdp\u202Evsc.exe", named("fdp_vsc.exe-1.csv", "fdp_vsc.exe-1.csv")),
        new Named("it's (new)", named("it's (new)-1.csv", "it%27s%20%28new%29-1.csv")));
  }

  private static String named(String ascii, String encoded) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameEndsNoHeaderAndNamesNoFolder(Named name) {
    assertThat(FileName.of(name.called(), "-1.csv").disposition()).isEqualTo(name.disposition());
  }

  @Test
  void aLongNameKeepsItsEnd() {
    assertThat(FileName.of("x".repeat(4_000), "-1.csv").name())
        .isEqualTo("x".repeat(100) + "-1.csv");
  }
}
