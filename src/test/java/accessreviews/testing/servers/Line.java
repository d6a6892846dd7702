package accessreviews.testing.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that a test cuts and mends: without it the server cannot be reached. */
public final class Line implements AutoCloseable {
  private final InetSocketAddress server;
  private final int port;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private ServerSocket entrance;

  private Line(InetSocketAddress server) throws IOException {
    this.server = server;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = entrance.getLocalPort();
    accept(entrance);
  }

  /** A line to {@code server}. */
  public static Line to(InetSocketAddress server) throws IOException {
    return new Line(server);
  }

  /** Where it begins, on loopback. */
  public int port() {
    return port;
  }

  /** From now on connections are refused, and open ones are gone. */
  public void cut() throws IOException {
    entrance.close();
    ends.forEach(Line::close);
    ends.clear();
  }

  /** From now on the server can be reached again. */
  public void mend() throws IOException {
    entrance = new ServerSocket();
    entrance.setReuseAddress(true);
    entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    accept(entrance);
  }

  private void accept(ServerSocket open) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!open.isClosed()) {
                try {
                  var near = open.accept();
                  var far = new Socket(server.getAddress(), server.getPort());
                  ends.add(near);
                  ends.add(far);
                  pass(near, far);
                  pass(far, near);
                } catch (IOException e) {
                  // it was cut
                }
              }
            });
  }

  private static void pass(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (InputStream bytes = from.getInputStream();
                  OutputStream sent = to.getOutputStream()) {
                bytes.transferTo(sent);
              } catch (IOException e) {
                close(from);
                close(to);
              }
            });
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
