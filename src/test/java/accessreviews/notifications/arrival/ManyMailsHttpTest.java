package accessreviews.notifications.arrival;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.rows.Series;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.LeftToReplicas;
import accessreviews.testing.servers.Replicas;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One start tells many people, from a service with little memory. {@code -Dmails=100000
 * -Dmails.per-minute=60000} measures it, and prints how fast mails left and what memory they took.
 */
@InProcessOnly("starts services of its own")
@StartsServices
@QuarkusTest
class ManyMailsHttpTest extends SeriesHttpTest implements LeftToReplicas {
  private static final int MAILS = Integer.getInteger("mails", 2_000);
  private static final int PER_MINUTE = Integer.getInteger("mails.per-minute", 1_000_000);

  /** Mails that were on their way when a minute began. */
  private static final int AT_ONCE = 10;

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @TempDir Path folder;

  /** An SMTP server that takes every mail and keeps nothing but whose it was, and when. */
  private static final class Sink implements AutoCloseable {
    final Set<String> recipients = ConcurrentHashMap.newKeySet();
    final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Sink() throws IOException {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!entrance.isClosed()) {
                  try {
                    var client = entrance.accept();
                    Thread.ofVirtual().start(() -> serve(client));
                  } catch (IOException e) {
                    // closed
                  }
                }
              });
    }

    private void serve(Socket client) {
      try (client;
          var in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
        say(client, "220 sink");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
          switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
            case "QUIT" -> {
              say(client, "221 bye");
              return;
            }
            case "RCPT" -> {
              recipients.add(line.replaceAll(".*<|>.*", ""));
              say(client, "250 ok");
            }
            case "DATA" -> {
              say(client, "354 go on");
              var text = in.readLine();
              while (text != null && !text.equals(".")) {
                text = in.readLine();
              }
              times.add(System.nanoTime());
              say(client, "250 ok");
            }
            default -> say(client, "250 sink");
          }
        }
      } catch (IOException e) {
        // the client is gone
      }
    }

    private static void say(Socket client, String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
    }

    /** The most mails that came within a minute. */
    int mostInAMinute() {
      var sorted = times.stream().sorted().toList();
      var most = 0;
      for (int first = 0, last = 0; last < sorted.size(); last++) {
        while (sorted.get(last) - sorted.get(first) >= Duration.ofMinutes(1).toNanos()) {
          first++;
        }
        most = Math.max(most, last - first + 1);
      }
      return most;
    }

    @Override
    public void close() throws IOException {
      entrance.close();
    }
  }

  @Test
  void everybodyIsToldOnceByAServiceWithLittleMemory() throws Exception {
    new LargeOrganisation(MAILS, 1, MAILS).fill();
    create();
    try (var sink = new Sink();
        var issuer = Issuer.start();
        var replicas = Replicas.start(1, folder, issuer, rows, settings(sink))) {
      var url = replicas.url("replica-1");
      rows.execute("update emulator_clock set frozen_at = '2026-01-12T00:00:00Z'");
      var begin = System.nanoTime();
      var heap = Collections.synchronizedList(new ArrayList<Long>());
      while (sink.recipients.size() < MAILS || isSending()) {
        assertThat(System.nanoTime() - begin).isLessThan(PATIENCE.toNanos());
        Thread.sleep(1_000);
        heap.add(heap(url));
      }
      var seconds =
          (System.nanoTime() - sink.times.stream().min(Long::compare).orElseThrow()) / 1e9;
      System.out.printf(
          "MANY MAILS %d in %.0f s, at most %d in a minute; heap in MB each second: %s%n",
          MAILS, seconds, sink.mostInAMinute(), heap);
      assertThat(sink.times).hasSize(MAILS);
      assertThat(sink.mostInAMinute()).isLessThanOrEqualTo(PER_MINUTE + AT_ONCE);
      assertThat(replicas.logs()).doesNotContain(" ERROR ", "OutOfMemoryError");
    }
    assertThat(rows.strings("select state || ' ' || count(*) from notice group by state"))
        .isEqualTo(List.of("sent " + MAILS));
  }

  private static void create() {
    created(
        Series.aSeries()
            .ofScope("/groups/" + LargeOrganisation.group(0) + "/members")
            .without("reviewers")
            .with(
                "settings",
                """
                {"instanceDurationInDays":7,"mailNotificationsEnabled":true,
                 "recurrence":{"pattern":{"type":"weekly","interval":1},
                  "range":{"type":"noEnd","startDate":"2026-01-12"}}}""")
            .json());
  }

  private static Map<String, String> settings(Sink sink) {
    var settings = new HashMap<String, String>();
    settings.put("QUARKUS_MAILER_FROM", "reviews@contoso.com");
    settings.put("QUARKUS_MAILER_HOST", "localhost");
    settings.put("QUARKUS_MAILER_PORT", Integer.toString(sink.entrance.getLocalPort()));
    settings.put("ACCESS_REVIEWS_PUBLIC_URL", "https://reviews.contoso.com");
    settings.put("ACCESS_REVIEWS_NOTICES_PER_MINUTE", Integer.toString(PER_MINUTE));
    settings.put("JDK_JAVA_OPTIONS", "-Xmx160m");
    return settings;
  }

  private boolean isSending() {
    return !rows.strings("select id from notice where state = 'waiting' limit 1").isEmpty();
  }

  /** Megabytes of heap in use. */
  private static long heap(String url) {
    var metrics = RestAssured.get(url + "/q/metrics").asString();
    return metrics
            .lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
            .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum()
        / 1_000_000;
  }
}
