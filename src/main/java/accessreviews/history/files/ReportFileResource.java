package accessreviews.history.files;

import accessreviews.decisions.report.Downloads;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.Open;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /history/{id}}: the file of a report, for whoever has a link with a valid signature. */
@Path("/history")
@Produces(MediaType.WILDCARD)
public class ReportFileResource {
  private static final String CONTENT_RANGE = "Content-Range";
  private static final String NO_SNIFFING = "X-Content-Type-Options";

  private final SignedLinks links;
  private final ReportFiles files;
  private final Downloads downloads;
  private final InstantSource clock;

  ReportFileResource(
      SignedLinks links, ReportFiles files, Downloads downloads, InstantSource clock) {
    this.links = links;
    this.files = files;
    this.downloads = downloads;
    this.clock = clock;
  }

  /** Sends the file, or the part of it that {@code Range} names. */
  @GET
  @Path("/{file}")
  @Open
  @Operation(summary = "Download the report of a signed link")
  public Response get(
      @PathParam("file") String id,
      @QueryParam("se") @Nullable String expires,
      @QueryParam("sig") @Nullable String signature,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    if (!isValid(id, expires, signature)) {
      throw new Refused(Refusal.NOT_AUTHORIZED, null, "The link is not valid.");
    }
    var file = files.find(Guid.of(id)).orElseThrow(() -> Guid.unknown(id));
    var etag = "\"" + file.sha256() + "\"";
    if (ifNoneMatch != null && names(ifNoneMatch, etag)) {
      return headers(Response.notModified(), etag).build();
    }
    try {
      var part =
          ifRange == null || ifRange.strip().equals(etag)
              ? ByteRange.of(range, file.size()).orElse(null)
              : null;
      return part == null
          ? sent(file, ByteRange.all(file.size()), Response.ok(), etag).build()
          : sent(file, part, Response.status(Response.Status.PARTIAL_CONTENT), etag)
              .header(CONTENT_RANGE, part.of(file.size()))
              .build();
    } catch (ByteRange.NotInTheFile e) {
      return headers(Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE), etag)
          .header(CONTENT_RANGE, "bytes */" + file.size())
          .build();
    }
  }

  private boolean isValid(String id, @Nullable String expires, @Nullable String signature) {
    return Guid.is(id)
        && links.isValid(
            new SignedLink(
                Guid.of(id),
                Objects.requireNonNullElse(expires, ""),
                Objects.requireNonNullElse(signature, "")),
            clock.instant());
  }

  /** Whether {@code header}, a list of tags, has {@code etag}. */
  private static boolean names(String header, String etag) {
    return Arrays.stream(header.split(","))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }

  private Response.ResponseBuilder sent(
      ReportFiles.Stored file, ByteRange part, Response.ResponseBuilder answer, String etag) {
    StreamingOutput content = out -> downloads.send(to -> files.send(file.id(), part, to), out);
    return headers(answer.entity(content), etag)
        .type("text/csv;charset=utf-8")
        .header(HttpHeaders.CONTENT_LENGTH, part.length())
        .header(HttpHeaders.CONTENT_DISPOSITION, new FileName(file.name()).disposition());
  }

  private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, String etag) {
    return answer
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, "private")
        .header("Accept-Ranges", "bytes")
        .header(NO_SNIFFING, "nosniff");
  }
}
