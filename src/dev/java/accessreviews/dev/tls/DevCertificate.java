package accessreviews.dev.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate for {@code localhost}, made by the JDK's {@code keytool} and kept in files: clients
 * that are told to trust {@code localhost.pem} do so over restarts.
 */
record DevCertificate(Path keyStore) {
  static final String PASSWORD = "access-reviews";
  private static final String KEY_STORE = "localhost.p12";
  private static final String CERTIFICATE = "localhost.pem";
  private static final String DAYS = "3650";

  /** The certificate in {@code directory}, made there when it is asked for first. */
  static DevCertificate keptIn(Path directory) {
    var keyStore = directory.resolve(KEY_STORE);
    try {
      if (!Files.exists(keyStore) || !Files.exists(directory.resolve(CERTIFICATE))) {
        Files.createDirectories(directory);
        create(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a certificate was made", e);
    }
    return new DevCertificate(keyStore);
  }

  private static void create(Path directory) throws IOException, InterruptedException {
    var made = Files.createTempDirectory(directory, "tls");
    var keyStore = made.resolve(KEY_STORE);
    var certificate = made.resolve(CERTIFICATE);
    try {
      keytool(
          keyStore,
          "-genkeypair",
          "-keyalg",
          "EC",
          "-groupname",
          "secp256r1",
          "-dname",
          "CN=localhost",
          "-ext",
          "san=dns:localhost,ip:127.0.0.1,ip:::1",
          "-validity",
          DAYS);
      keytool(keyStore, "-exportcert", "-rfc", "-file", certificate.toString());
      Files.move(certificate, directory.resolve(CERTIFICATE), StandardCopyOption.REPLACE_EXISTING);
      Files.move(keyStore, directory.resolve(KEY_STORE), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(keyStore);
      Files.deleteIfExists(certificate);
      Files.delete(made);
    }
  }

  private static void keytool(Path keyStore, String... arguments)
      throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-alias",
            "localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            keyStore.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool made no certificate: " + said.strip());
    }
  }
}
