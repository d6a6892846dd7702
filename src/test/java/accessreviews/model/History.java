package accessreviews.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What holds whatever the model says: an instance and its stages go forward only, and once an
 * instance is completed nothing about it changes any more but that it is applied.
 */
final class History {
  private static final List<String> FORWARD =
      List.of(
          "NotStarted",
          "Initializing",
          "Starting",
          "InProgress",
          "Completing",
          "AutoReviewing",
          "AutoReviewed",
          "Completed",
          "Applying",
          "Applied");
  private static final Pattern OF_INSTANCE = Pattern.compile("(series\\d+ \\S{10} \\w+) .*");
  private static final Pattern STATUS =
      Pattern.compile("(series\\d+ \\S+ \\w+ (?:instance|stage \\d)) \\S+ (\\w+)(?: failed)?");

  private final Map<String, Integer> reached = new HashMap<>();
  private final Map<String, List<String>> over = new TreeMap<>();

  void goOn(List<String> lines) {
    var instances =
        lines.stream()
            .filter(line -> OF_INSTANCE.matcher(line).matches())
            .collect(Collectors.groupingBy(History::instance, TreeMap::new, Collectors.toList()));
    over.forEach(
        (key, then) -> assertThat(settled(instances.getOrDefault(key, List.of()))).isEqualTo(then));
    for (var line : lines) {
      var status = STATUS.matcher(line);
      if (status.matches()) {
        var now = FORWARD.indexOf(status.group(2));
        assertThat(now).isGreaterThanOrEqualTo(reached.getOrDefault(status.group(1), 0));
        reached.put(status.group(1), now);
      }
    }
    instances.forEach(
        (key, about) -> {
          if (reached.getOrDefault(key + " instance", 0) >= FORWARD.indexOf("Completed")) {
            over.putIfAbsent(key, settled(about));
          }
        });
  }

  void forget(String series) {
    over.keySet().removeIf(key -> key.startsWith(series + " "));
  }

  private static String instance(String line) {
    var matcher = OF_INSTANCE.matcher(line);
    assertThat(matcher.matches()).isTrue();
    return matcher.group(1);
  }

  /** Without what came of applying. */
  private static List<String> settled(List<String> lines) {
    return lines.stream()
        .map(
            line ->
                line.contains(" item ")
                    ? line.substring(0, line.lastIndexOf(", "))
                    : line.replace(" Applied", " Completed"))
        .toList();
  }
}
