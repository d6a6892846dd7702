package accessreviews.testcontainers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The access reviews API of Microsoft Graph in one container, with a directory and a database of
 * its own, tokens for whoever one wants to be, and a clock that stands where it is told to.
 */
public class AccessReviewsContainer extends GenericContainer<AccessReviewsContainer> {
  private static final DockerImageName IMAGE = DockerImageName.parse("access-reviews-emulator");
  private static final int PORT = 8080;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String JSON = "application/json";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Caller OPERATOR =
      Caller.application("Emulator.Control", "Directory.ReadWrite.All");

  private final HttpClient client = HttpClient.newHttpClient();

  /** The emulator of the image {@code access-reviews-emulator}. */
  public AccessReviewsContainer() {
    this(IMAGE);
  }

  /** The emulator of {@code image}. */
  @SuppressWarnings("this-escape") // as containers are made
  public AccessReviewsContainer(DockerImageName image) {
    super(image);
    image.assertCompatibleWith(IMAGE);
    withExposedPorts(PORT);
    waitingFor(Wait.forHttp("/q/health/ready").forPort(PORT).withStartupTimeout(PATIENCE));
  }

  /** What a Graph client takes as its base URL for {@code v1.0}. */
  public String baseUrl() {
    return url("/v1.0");
  }

  /** The same for {@code beta}. */
  public String betaUrl() {
    return url("/beta");
  }

  private String url(String path) {
    return "http://%s:%d%s".formatted(getHost(), getMappedPort(PORT), path);
  }

  /** A token that is good for some hours of real time, whatever the clock of the emulator says. */
  public String token(Caller caller) {
    return send(
        HttpRequest.newBuilder(URI.create(url("/dev/token")))
            .header("Content-Type", JSON)
            .header("Accept", "text/plain")
            .POST(BodyPublishers.ofString(json(caller.claims()))));
  }

  /** What the clock shows. */
  public Instant now() {
    return clock(request("/emulator/clock").GET());
  }

  /** Has the clock stand at {@code instant}; everything due by then has happened after that. */
  public Instant setClock(Instant instant) {
    return clock(
        request("/emulator/clock")
            .header("Content-Type", JSON)
            .PUT(BodyPublishers.ofString(json(Map.of("now", instant.toString())))));
  }

  /**
   * Moves the clock on, by a {@link Duration} or a {@link java.time.Period}; everything due by then
   * has happened after that, each at its own instant.
   */
  public Instant advanceClock(TemporalAmount by) {
    return clock(
        request("/emulator/clock/advance")
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(json(Map.of("by", by.toString())))));
  }

  /** Adds the lines of {@code csv}, the first of which names the columns, or none of them. */
  public void loadDirectory(DirectoryFile type, String csv) {
    send(
        request("/directory/import?type=" + type)
            .header("Content-Type", "text/csv")
            .PUT(BodyPublishers.ofString(csv, UTF_8)));
  }

  /** Deletes all reviews and the directory; the clock is back at real time. */
  public void reset() {
    send(request("/emulator/state").DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url(path)))
        .header("Authorization", "Bearer " + token(OPERATOR));
  }

  private Instant clock(HttpRequest.Builder request) {
    try {
      return Instant.parse(MAPPER.readTree(send(request)).required("now").asText());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s answers %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
