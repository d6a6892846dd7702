package accessreviews.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths of C2SP tlog-tiles. */
class TilePathTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0/000, 0, 0, 256",
        "0/x001/x234/067, 0, 1234067, 256",
        "0/x001/x234/067.p/8, 0, 1234067, 8",
        "63/999.p/255, 63, 999, 255",
        "entries/x001/000, -, 1000, 256",
        "entries/012.p/1, -, 12, 1"
      })
  void areReadInTheirOnlySpelling(String path, Integer level, long number, int width) {
    assertThat(TilePath.of(path)).contains(new TilePath(level, number, width));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0/0",
        "0/1234067",
        "0/001/234",
        "0/x001/x234",
        "0/x000/001",
        "00/000",
        "64/000",
        "-1/000",
        "a/000",
        "0/000.p",
        "0/000.p/0",
        "0/000.p/08",
        "0/000.p/256",
        "0/000.p/8/",
        "entries/000.q/8",
        "Entries/000",
        "0/x001/x001/x001/x001/x001/x001/001"
      })
  void areNothingInAnyOther(String path) {
    assertThat(TilePath.of(path)).isEmpty();
  }
}
