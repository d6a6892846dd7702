package accessreviews.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A connection to the service on which a test writes what no HTTP client would. */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE = 30_000;
  private static final String END_OF_LINE = "\r\n";

  private final Socket socket;
  private final BufferedReader answer;

  public Wire() throws IOException {
    socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout(PATIENCE);
    answer =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** The whole answer, status line, headers and body, to a GET of {@code path} as it is. */
  public static String get(String path) throws IOException {
    try (var wire = new Wire()) {
      wire.write(head("GET " + path) + "Connection: close" + END_OF_LINE + END_OF_LINE);
      return wire.answer.lines().collect(Collectors.joining("\n"));
    }
  }

  /** The beginning of a request: its first line, such as {@code GET /path}, host and token. */
  public static String head(String request) {
    return request
        + " HTTP/1.1"
        + END_OF_LINE
        + "Host: x"
        + END_OF_LINE
        + "Authorization: Bearer "
        + Tokens.of(Tokens.EVERYTHING)
        + END_OF_LINE;
  }

  /** The whole answer to {@code request}, which asks for the end of the connection. */
  public static String exchange(String request) throws IOException {
    try (var wire = new Wire()) {
      wire.write(request);
      return wire.answer.lines().collect(Collectors.joining("\n"));
    }
  }

  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The status line of the next answer. */
  public String status() throws IOException {
    return String.valueOf(answer.readLine());
  }

  /** What follows in the answer, up to the end of the connection. */
  public String rest() {
    return answer.lines().collect(Collectors.joining("\n"));
  }

  /** Reads to the end of an answer whose status line has been read. */
  public void skipAnswer() throws IOException {
    var length = 0L;
    for (var line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
      if (line.startsWith("content-length: ")) {
        length = Long.parseLong(line.substring("content-length: ".length()));
      }
    }
    while (length > 0) {
      length -= answer.skip(length);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
