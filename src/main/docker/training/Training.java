import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Runs the packaged service on an empty database with real requests, and has the JVM keep what it
 * loaded and compiled as an AOT cache (JEP 483, JEP 514). It needs nothing but a JDK.
 *
 * <pre>java Training.java APP_DIRECTORY CACHE_FILE</pre>
 *
 * with the database in {@code QUARKUS_DATASOURCE_JDBC_URL}, {@code …_USERNAME} and {@code
 * …_PASSWORD}.
 */
final class Training {
  private static final int ROUNDS = 30;

  private Training() {}

  public static void main(String... args) throws Exception {
    if (args.length != 2) {
      System.err.println("Usage: java Training.java APP_DIRECTORY CACHE_FILE");
      System.exit(2);
    }
    var cache = Path.of(args[1]).toAbsolutePath();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:AOTCacheOutput=" + cache,
            "-Xlog:aot*=error", // hundreds of classes that no cache can have
            "-jar",
            "quarkus-run.jar");
    try (var service = Service.start(Path.of(args[0]), command)) {
      service.untilAnswered("/q/health/ready", null);
      var review = new Review(service);
      var reviewer = UUID.randomUUID().toString();
      var group = review.organisation(reviewer);
      for (var round = 0; round < ROUNDS; round++) {
        review.review(group, reviewer);
      }
    } // the JVM writes the cache at its end
    if (!cache.toFile().isFile()) {
      throw new IllegalStateException("the JVM wrote no " + cache);
    }
    System.out.printf("%s: %,d bytes%n", cache, cache.toFile().length());
  }
}
