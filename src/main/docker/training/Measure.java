import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Measures what was packaged, side by side and in turns: the plain jar, the jar with an AOT cache,
 * the native binary, whichever of them are there. It prints a table for docs/shipping.md.
 *
 * <pre>java Measure.java [ROUNDS]</pre>
 *
 * in the root of the project, with a database whose schema is there already in {@code
 * QUARKUS_DATASOURCE_JDBC_URL}, {@code …_USERNAME} and {@code …_PASSWORD}.
 */
final class Measure {
  private static final int UPDATES = 1_000;
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path APPLICATION = TARGET.resolve("quarkus-app");

  private Measure() {}

  /** One start: milliseconds to the first 200, and resident megabytes. */
  private record Start(double milliseconds, double idle, double busy) {}

  public static void main(String... args) throws Exception {
    var rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
    var variants = variants();
    var starts = new TreeMap<String, List<Start>>();
    for (var round = 0; round <= rounds; round++) {
      for (var variant : variants.entrySet()) {
        var start = start(variant.getValue());
        System.err.printf("%d %s %s%n", round, variant.getKey(), start);
        if (round > 0) { // the first one fills the caches of the file system
          starts.computeIfAbsent(variant.getKey(), name -> new ArrayList<>()).add(start);
        }
      }
    }
    print(variants.keySet(), starts);
  }

  private static Map<String, List<String>> variants() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var variants = new LinkedHashMap<String, List<String>>();
    variants.put("plain jar", List.of(java, "-Xmx256m", "-jar", "quarkus-run.jar"));
    var cache = TARGET.resolve("app.aot");
    if (Files.exists(cache)) {
      variants.put(
          "AOT cache",
          List.of(
              java,
              "-Xmx256m",
              "-XX:AOTCache=" + cache,
              "-XX:AOTMode=on",
              "-Xlog:aot*=error",
              "-jar",
              "quarkus-run.jar"));
    }
    try (var files = Files.newDirectoryStream(TARGET, "*-runner")) {
      for (var binary : files) {
        variants.put("native", List.of(binary.toString(), "-Xmx256m"));
      }
    }
    return variants;
  }

  private static Start start(List<String> command) throws Exception {
    try (var service = Service.start(APPLICATION, command)) {
      var token = service.application();
      var first = service.untilAnswered(Review.REVIEWS, token);
      Thread.sleep(3_000);
      var idle = residentMegabytes(service.processId());
      update(service, token);
      return new Start(first.toNanos() / 1e6, idle, residentMegabytes(service.processId()));
    }
  }

  private static void update(Service service, String token) throws Exception {
    var review = new Review(service);
    var reviewer = UUID.randomUUID().toString();
    var definition = review.created(token, review.organisation(reviewer), reviewer);
    var series = Review.REVIEWS + "/" + definition;
    var instances = series + "/instances";
    var instance = instances + "/" + review.awaitInstance(instances, token);
    for (var i = 0; i < UPDATES; i++) {
      service.sent("PUT", instance, token, Review.instanceUpdate(reviewer), 200);
    }
    service.sent("DELETE", series, token, null, 204);
  }

  private static double residentMegabytes(long process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static void print(Iterable<String> variants, Map<String, List<Start>> starts) {
    System.out.println("| | first 200, ms | | RSS idle, MB | RSS after 1,000 updates, MB |");
    System.out.println("|---|---|---|---|---|");
    var plain = median(starts.get("plain jar"), Start::milliseconds);
    for (var variant : variants) {
      var found = starts.get(variant);
      System.out.printf(
          "| %s | %s | %.2f of the plain jar | %s | %s |%n",
          variant,
          spread(found, Start::milliseconds),
          median(found, Start::milliseconds) / plain,
          spread(found, Start::idle),
          spread(found, Start::busy));
    }
  }

  private static String spread(List<Start> starts, ToDoubleFunction<Start> value) {
    var sorted = starts.stream().mapToDouble(value).sorted().toArray();
    return "%.0f (%.0f–%.0f)"
        .formatted(median(starts, value), sorted[0], sorted[sorted.length - 1]);
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
    var sorted = starts.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
