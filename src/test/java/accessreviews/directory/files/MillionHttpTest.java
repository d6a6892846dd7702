package accessreviews.directory.files;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a million memberships take, and how much memory: printed, and run only with {@code
 * -Dfigures=true}.
 */
@InProcessOnly("measures")
@QuarkusTest
@EnabledIfSystemProperty(named = "figures", matches = "true")
class MillionHttpTest extends HttpTest {
  private static final int USERS = 100_000;
  private static final int GROUPS = 10;
  private static final int MANY = USERS * GROUPS;

  @TempDir Path directory;

  /** What writes the lines of a file. */
  private interface Content {
    void write(BufferedWriter file) throws IOException;
  }

  @Test
  void aMillionMemberships() throws Exception {
    take(
        "users",
        USERS,
        file -> {
          file.write("id,displayName,userPrincipalName,userType\n");
          for (var i = 0; i < USERS; i++) {
            file.write("%s,User %2$d,user%2$d@contoso.com,Member\n".formatted(user(i), i));
          }
        });
    take(
        "groups",
        GROUPS,
        file -> {
          file.write("id,displayName\n");
          for (var i = 0; i < GROUPS; i++) {
            file.write("%s,Group %d\n".formatted(group(i), i));
          }
        });
    take("memberships", MANY, file -> memberships(file, "groupId,memberId\n", "%s,%s\n"));
    take("memberships", 0, file -> memberships(file, "groupId,memberId\n", "%s,%s\n"));
    rows.execute("delete from directory_group_member");
    take(
        "memberships",
        MANY,
        file -> memberships(file, "", "{\"groupId\":\"%s\",\"memberId\":\"%s\"}\n"));
    assertThat(rows.strings("select count(*) from directory_group_member"))
        .containsExactly(Integer.toString(MANY));
  }

  private static void memberships(BufferedWriter file, String head, String line)
      throws IOException {
    file.write(head);
    for (var u = 0; u < USERS; u++) {
      for (var g = 0; g < GROUPS; g++) {
        file.write(line.formatted(group(g), user(u)));
      }
    }
  }

  private void take(String type, int changed, Content content) throws Exception {
    var path = directory.resolve(type);
    try (var file = Files.newBufferedWriter(path)) {
      content.write(file);
    }
    var json = Files.readAllBytes(path)[0] == '{';
    System.gc();
    var before = used();
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
    var start = System.nanoTime();
    HttpResponse<String> answer;
    try (var client = HttpClient.newHttpClient()) {
      answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://localhost:%d/directory/import?type=%s"
                              .formatted(RestAssured.port, type)))
                  .header("Content-Type", json ? "application/x-ndjson" : "text/csv")
                  .header("Authorization", "Bearer " + Tokens.of(Tokens.EVERYTHING))
                  .PUT(BodyPublishers.ofFile(path))
                  .build(),
              BodyHandlers.ofString());
    }
    var time = Duration.ofNanos(System.nanoTime() - start);
    System.gc();
    System.out.printf(
        "FIGURES %s %s: %d bytes, %.1f s, %d changed rows/s, heap before %d MB, peak of garbage and all %d MB, after %d MB%n",
        type,
        json ? "ndjson" : "csv",
        Files.size(path),
        time.toMillis() / 1000.0,
        Math.round(changed / (time.toMillis() / 1000.0)),
        before,
        peak(),
        used());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).endsWith("\"changed\":" + changed + "}");
  }

  private static UUID user(int number) {
    return new UUID(number * 0x9E3779B97F4A7C15L, 0x8000000000000000L | number);
  }

  private static UUID group(int number) {
    return new UUID(number * 0xBF58476D1CE4E5B9L + 1, 0x9000000000000000L | number);
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
