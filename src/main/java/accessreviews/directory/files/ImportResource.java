package accessreviews.directory.files;

import static accessreviews.identity.Privilege.IMPORT;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code PUT /directory/import}: a file of the directory. */
@Path("/directory/import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ImportResource {
  private final ImportFile importing;
  private final Uploads uploads;
  private final Caller caller;

  ImportResource(ImportFile importing, Uploads uploads, Caller caller) {
    this.importing = importing;
    this.uploads = uploads;
    this.caller = caller;
  }

  /**
   * What became of a file.
   *
   * @param type what it holds
   * @param lines how many it has
   * @param changed how many of them were not already there
   */
  public record ImportView(String type, long lines, long changed) {}

  @PUT
  @Requires(IMPORT)
  public ImportView take(
      @QueryParam("type") @Nullable String type,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
      InputStream file) {
    var kind = kind(type);
    var format = format(contentType);
    var access = caller.access();
    var outcome =
        uploads.inAPlace(
            () ->
                uploads.received(
                    file, here -> importing.take(kind, format, here, access::require)));
    return new ImportView(kind.name(), outcome.lines(), outcome.changed());
  }

  private static ImportKind kind(@Nullable String type) {
    return Arrays.stream(ImportKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(type))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.INVALID_QUERY_OPTION,
                    "type",
                    "Invalid value for the query option 'type': expected one of %s."
                        .formatted(
                            Arrays.stream(ImportKind.values())
                                .map(ImportKind::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static ImportFile.Opening format(@Nullable String contentType) {
    var type = contentType == null ? "" : contentType.replaceFirst(";.*", "").strip();
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "text/csv" -> CsvLines::new;
      case "application/x-ndjson", "application/jsonl" -> JsonLines::new;
      default ->
          throw new Refused(
              Refusal.UNREADABLE_BODY,
              null,
              "The Content-Type of a file must be text/csv or application/x-ndjson.");
    };
  }
}
