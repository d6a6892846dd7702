package accessreviews.history.files;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;

/**
 * The files of reports, in chunks in the database, so that every replica serves them. Neither who
 * writes nor who reads a file has more than one chunk of it in memory, and a reader holds nothing
 * of the database while a chunk is sent.
 */
@ApplicationScoped
public class ReportFiles {
  private static final Sql BEGIN = Sql.file("history/begin-file");
  private static final Sql WRITE = Sql.file("history/write-chunk");
  private static final Sql END = Sql.file("history/end-file");
  private static final Sql FIND = Sql.file("history/find-file");
  private static final Sql READ = Sql.file("history/read-chunk");

  private final Session database;

  ReportFiles(Session database) {
    this.database = database;
  }

  /** A file that is kept. */
  record Stored(UUID id, String name, long size, String sha256) {}

  /**
   * Keeps what {@code content} writes as the file {@code id} of the report {@code called}, in the
   * caller's transaction.
   */
  public void write(UUID id, String called, Consumer<OutputStream> content) {
    var name = FileName.of(called, "-%s.csv".formatted(id)).name();
    BulkStatement.of(BEGIN).with("id", id).with("name", name).execute(database);
    var chunks = new Chunks((number, bytes) -> write(id, number, bytes));
    try (chunks) {
      content.accept(chunks);
    }
    BulkStatement.of(END)
        .with("id", id)
        .with("size", chunks.size())
        .with("sha256", chunks.sha256())
        .execute(database);
  }

  private void write(UUID id, int number, byte[] bytes) {
    BulkStatement.of(WRITE)
        .with("id", id)
        .with("number", number)
        .with("bytes", bytes)
        .execute(database);
  }

  Optional<Stored> find(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                BulkStatement.of(FIND)
                    .with("id", id)
                    .query(database, Tuple.class)
                    .uniqueResultOptional()
                    .map(
                        row ->
                            new Stored(
                                id,
                                row.get("name", String.class),
                                row.get("size", Long.class),
                                row.get("sha256", String.class))));
  }

  /** Sends a part of a file to {@code out}, one chunk after the other. */
  void send(UUID id, ByteRange part, OutputStream out) throws IOException {
    var position = part.first();
    while (position <= part.last()) {
      var number = (int) (position / Chunks.SIZE);
      var begin = (int) (position % Chunks.SIZE);
      var bytes = chunk(id, number);
      var end = (int) Math.min(bytes.length, part.last() - (position - begin) + 1);
      out.write(Arrays.copyOfRange(bytes, begin, end));
      position += end - begin;
    }
  }

  private byte[] chunk(UUID id, int number) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                BulkStatement.of(READ)
                    .with("id", id)
                    .with("number", number)
                    .query(database, byte[].class)
                    .uniqueResultOptional())
        .orElseThrow(() -> new IllegalStateException("The file was deleted meanwhile: " + id));
  }
}
