package accessreviews.history.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a file of ten bytes a header names. */
class ByteRangeTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          bytes=0-0                     | bytes 0-0/10
          bytes=0-9                     | bytes 0-9/10
          bytes=0-                      | bytes 0-9/10
          bytes=3-5                     | bytes 3-5/10
          Bytes=9-                      | bytes 9-9/10
          bytes=5-99                    | bytes 5-9/10
          bytes=0-999999999999999999    | bytes 0-9/10
          bytes=-1                      | bytes 9-9/10
          bytes=-10                     | bytes 0-9/10
          bytes=-99                     | bytes 0-9/10
          bytes=10-                     | not in the file
          bytes=10-20                   | not in the file
          bytes=-0                      | not in the file
          -                             | all
          bytes=                        | all
          bytes=-                       | all
          bytes=5-4                     | all
          bytes=0-1,3-4                 | all
          bytes=a-b                     | all
          bytes=0--1                    | all
          bytes=0-9999999999999999999   | all
          lines=0-1                     | all
          """)
  void onePartIsSentAndNoOther(String header, String expected) {
    assertThat(named(header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-, not in the file", "bytes=-1, not in the file", "x, all"})
  void anEmptyFileHasNoPart(String header, String expected) {
    try {
      assertThat(ByteRange.of(header, 0).isEmpty()).isEqualTo(expected.equals("all"));
    } catch (ByteRange.NotInTheFile e) {
      assertThat(expected).isEqualTo("not in the file");
    }
  }

  private static String named(String header) {
    try {
      return ByteRange.of(header, 10).map(part -> part.of(10)).orElse("all");
    } catch (ByteRange.NotInTheFile e) {
      return "not in the file";
    }
  }
}
