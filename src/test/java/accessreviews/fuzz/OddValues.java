package accessreviews.fuzz;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes ids, durations, instants and blanks that are almost right, or not at all. */
final class OddValues {
  private static final List<String> UNITS = List.of("Y", "M", "W", "D");
  private static final List<String> HOURS = List.of("H", "M", "S");
  private static final List<String> BLANKS = List.of(" ", "\t", "\u00a0", "\u3000", "\n");
  private static final int LONGEST_BLANKS = 20_000;

  private final Random random;

  OddValues(Random random) {
    this.random = random;
  }

  /** A value like {@code text}: a duration for a duration, an instant for an instant. */
  String like(String text) {
    if (text.startsWith("P")) {
      return duration();
    }
    if (text.length() > 10 && text.charAt(10) == 'T') {
      return instant();
    }
    return text.length() == 36 ? id() : random.nextBoolean() ? blanks() : id();
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An ISO 8601 duration with parts of any size, some of them negative, in any order. */
  String duration() {
    var duration = new StringBuilder(random.nextInt(10) == 0 ? "-P" : "P");
    for (var i = random.nextInt(4); i > 0; i--) {
      duration.append(number()).append(oneOf(UNITS));
    }
    if (random.nextInt(3) == 0) {
      duration.append('T');
      for (var i = random.nextInt(3); i > 0; i--) {
        duration.append(number()).append(random.nextInt(9) == 0 ? ".5" : "").append(oneOf(HOURS));
      }
    }
    return duration.toString();
  }

  private String number() {
    return switch (random.nextInt(6)) {
      case 0 -> Long.toString(random.nextLong());
      case 1 -> Integer.toString(random.nextInt());
      case 2 -> "9".repeat(1 + random.nextInt(2_000));
      default -> Integer.toString(random.nextInt(200) - 20);
    };
  }

  /** A date-time of any year and offset, with up to twelve digits of a second. */
  String instant() {
    var year =
        switch (random.nextInt(5)) {
          case 0 -> "+" + (10_000 + random.nextInt(999_990_000));
          case 1 -> "-" + (1 + random.nextInt(999_999_999));
          case 2 -> List.of("0000", "0001", "9999").get(random.nextInt(3));
          default -> Integer.toString(1900 + random.nextInt(200));
        };
    var fraction = random.nextBoolean() ? "" : "." + "9".repeat(1 + random.nextInt(12));
    var offset = oneOf(List.of("Z", "Z", "+18:00", "-18:00", "+25:00", "", "z", " "));
    return "%s-%02d-%02dT%02d:%02d:%02d%s%s"
        .formatted(
            year,
            1 + random.nextInt(13),
            1 + random.nextInt(31),
            random.nextInt(25),
            random.nextInt(60),
            random.nextInt(61),
            fraction,
            offset);
  }

  /** A GUID in one of the spellings that some libraries take, or no GUID. */
  String id() {
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    return switch (random.nextInt(9)) {
      case 0 -> "{" + id + "}";
      case 1 -> id.replace("-", "");
      case 2 -> "AAAAAAAAAAAAAAAAAAAAAA==";
      case 3 -> id + " ";
      case 4 -> "urn:uuid:" + id;
      case 5 -> id.substring(0, random.nextInt(36));
      case 6 -> id.replace('0', '\uff10');
      case 7 -> "";
      default -> id;
    };
  }

  /** Blanks of one kind, sometimes very many. */
  String blanks() {
    return oneOf(BLANKS).repeat(1 + random.nextInt(random.nextBoolean() ? 10 : LONGEST_BLANKS));
  }
}
