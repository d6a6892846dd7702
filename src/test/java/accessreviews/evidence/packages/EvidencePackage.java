package accessreviews.evidence.packages;

import static accessreviews.testing.HttpTest.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;

/** A package as a caller gets it. */
final class EvidencePackage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] zip;
  private final Map<String, byte[]> files;

  private EvidencePackage(byte[] zip, Map<String, byte[]> files) {
    this.zip = zip;
    this.files = files;
  }

  /** The whole file. */
  byte[] zip() {
    return zip;
  }

  /** Its files, in its order. */
  Map<String, byte[]> files() {
    return files;
  }

  /** Downloads the package of the instance at {@code path}. */
  static EvidencePackage of(String path) {
    return of(path, "");
  }

  /** The same with a query. */
  static EvidencePackage of(String path, String query) {
    return read(
        request()
            .get(path + "/evidence" + query)
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .header("Content-Disposition", startsWith("attachment; filename=\"evidence-"))
            .extract()
            .asByteArray());
  }

  private static EvidencePackage read(byte[] zip) {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EvidencePackage(zip, files);
  }

  byte[] bytes(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  /** The lines of a file, each of which has an end. */
  List<String> lines(String name) {
    return text(name).lines().toList();
  }

  JsonNode json(String name) {
    return parsed(text(name));
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The rows of a CSV file, by the names of its columns. */
  List<Map<String, String>> rows(String name) {
    var text = text(name).replaceFirst("^\uFEFF", "");
    try (var rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(text)) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries of the log that have {@code type}. */
  List<JsonNode> entries(String type) {
    return lines("log.jsonl").stream()
        .map(EvidencePackage::parsed)
        .filter(entry -> entry.path("type").asText().equals(type))
        .toList();
  }
}
