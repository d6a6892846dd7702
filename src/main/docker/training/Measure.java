import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Measures what was packaged, side by side and in turns: the plain jar, the jar with an AOT cache,
 * the native binary. It prints the table of docs/shipping.md; deploy/measure.sh calls it.
 *
 * <pre>java Measure.java ROUNDS</pre>
 *
 * in the root of the project, with a database whose schema is there already in {@code
 * QUARKUS_DATASOURCE_JDBC_URL}, {@code …_USERNAME} and {@code …_PASSWORD}.
 */
final class Measure {
  private static final int UPDATES = 1_000;
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path APPLICATION = TARGET.resolve("quarkus-app");

  private Measure() {}

  /** A way to ship the service. */
  private record Variant(String name, String image, List<String> command) {}

  /** One start: milliseconds to the first 200, and resident megabytes. */
  private record Start(double milliseconds, double idle, double busy) {}

  public static void main(String... args) throws Exception {
    var rounds = Integer.parseInt(args[0]);
    var starts = new HashMap<Variant, List<Start>>();
    var variants = variants();
    for (var round = 0; round <= rounds; round++) {
      for (var variant : variants) {
        var start = start(variant.command());
        System.err.printf("%d %s %s%n", round, variant.name(), start);
        if (round > 0) { // the first one fills the caches of the file system
          starts.computeIfAbsent(variant, name -> new ArrayList<>()).add(start);
        }
      }
    }
    print(variants, starts);
  }

  private static List<Variant> variants() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try (var binaries = Files.newDirectoryStream(TARGET, "*-runner")) {
      return List.of(
          new Variant(
              "plain jar",
              "access-reviews-plain",
              List.of(java, "-Xmx256m", "-jar", "quarkus-run.jar")),
          new Variant(
              "AOT cache",
              "access-reviews",
              List.of(
                  java,
                  "-Xmx256m",
                  "-XX:AOTCache=" + TARGET.resolve("app.aot"),
                  "-XX:AOTMode=on",
                  "-Xlog:aot*=error",
                  "-jar",
                  "quarkus-run.jar")),
          new Variant(
              "native",
              "access-reviews-native",
              List.of(binaries.iterator().next().toString(), "-Xmx256m")));
    }
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

  private static void print(List<Variant> variants, Map<Variant, List<Start>> starts)
      throws Exception {
    System.out.println(
        "| | First 200, ms | Of the plain jar's | RSS idle, MB | RSS after 1,000 updates, MB | Image, MB |");
    System.out.println("|---|---|---|---|---|---|");
    var plain = median(starts.get(variants.getFirst()), Start::milliseconds);
    for (var variant : variants) {
      var found = starts.get(variant);
      System.out.printf(
          "| %s | %s | %.2f | %s | %s | %.0f |%n",
          variant.name(),
          spread(found, Start::milliseconds),
          median(found, Start::milliseconds) / plain,
          spread(found, Start::idle),
          spread(found, Start::busy),
          imageMegabytes(variant.image()));
    }
  }

  private static double imageMegabytes(String image) throws Exception {
    var docker =
        new ProcessBuilder("docker", "image", "inspect", "-f", "{{.Size}}", image)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var size = new String(docker.getInputStream().readAllBytes(), UTF_8).strip();
    if (docker.waitFor() != 0) {
      throw new IllegalStateException("no image " + image);
    }
    return Long.parseLong(size) / 1e6;
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
