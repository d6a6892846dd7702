package accessreviews.dev.mails;

import accessreviews.dev.mails.MailsPage.Entry;
import accessreviews.odata.paths.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code GET /dev/mails}: what dev mode would have sent. No production build has it. */
@Path("/dev/mails")
public class DevMailsResource {
  private static final String POLICY = "Content-Security-Policy";
  private static final String NOTHING_BUT_STYLES =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final SentMails sent;

  DevMailsResource(SentMails sent) {
    this.sent = sent;
  }

  @GET
  @Open
  @Operation(hidden = true)
  @Produces(MediaType.TEXT_HTML)
  public RestResponse<String> list() {
    var page = new MailsPage(sent.newestFirst().stream().map(DevMailsResource::entry).toList());
    return html(page.render(), NOTHING_BUT_STYLES + "; frame-src 'self'");
  }

  @GET
  @Path("{number}")
  @Open
  @Operation(hidden = true)
  @Produces(MediaType.TEXT_HTML)
  public RestResponse<String> one(@PathParam("number") long number) {
    var kept = sent.find(number).orElseThrow(NotFoundException::new);
    return html(
        Objects.requireNonNullElse(kept.mail().htmlBody(), ""),
        NOTHING_BUT_STYLES + "; sandbox; frame-ancestors 'self'");
  }

  private static RestResponse<String> html(String html, String policy) {
    return ResponseBuilder.ok(html, MediaType.TEXT_HTML + ";charset=utf-8")
        .header(POLICY, policy)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static Entry entry(SentMails.Kept kept) {
    var mail = kept.mail();
    return new Entry(
        Long.toString(kept.number()),
        Objects.requireNonNullElse(mail.subject(), ""),
        String.join(", ", mail.to()),
        kept.at().toString(),
        Objects.requireNonNullElse(mail.textBody(), ""));
  }
}
