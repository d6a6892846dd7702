package accessreviews.emulator;

import accessreviews.identity.Caller;
import accessreviews.identity.Permission;
import accessreviews.odata.EdmDateTime;
import accessreviews.odata.EdmDuration;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.platform.ServiceClock;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** {@code /emulator}: the clock and the state, for tests; nothing is here unless switched on. */
@Path("/emulator")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class EmulatorResource {
  private static final String EXPECTED_NOW =
      "a UTC date-time such as 2026-01-05T09:00:00Z, from the year 0001 to 9999";
  private static final String EXPECTED_BY =
      "an ISO 8601 duration such as P7D, not negative, and at most "
          + EdmDuration.YEARS
          + " years, that does not lead past the year 9999";

  private final Caller caller;
  private final EmulatorConfig config;
  private final EmulatorClock emulator;
  private final ServiceClock clock;

  EmulatorResource(
      Caller caller, EmulatorConfig config, EmulatorClock emulator, ServiceClock clock) {
    this.caller = caller;
    this.config = config;
    this.emulator = emulator;
    this.clock = clock;
  }

  /** Where the clock stands, or runs. */
  public record ClockView(Instant now, boolean frozen) {}

  @RegisterForReflection
  record Target(@Nullable Instant now) {}

  @RegisterForReflection
  record Step(@Nullable PeriodDuration by) {}

  @GET
  @Path("/clock")
  public ClockView get() {
    requireAllowed();
    return view();
  }

  @PUT
  @Path("/clock")
  public ClockView put(
      @RequestBody(content = @Content(schema = @Schema(implementation = Target.class)))
          JsonBody body) {
    requireAllowed();
    var now = body.as(Target.class).now();
    if (now == null) {
      throw Refused.missing("now", EXPECTED_NOW);
    }
    var moved =
        emulator.move(
            current -> {
              if (clock.frozenAt().isPresent() && now.isBefore(current)) {
                throw Refused.invalid(
                    "now", "an instant not before " + current + ", where the clock is");
              }
              return now;
            });
    return new ClockView(moved, true);
  }

  @POST
  @Path("/clock/advance")
  public ClockView advance(
      @RequestBody(content = @Content(schema = @Schema(implementation = Step.class)))
          JsonBody body) {
    requireAllowed();
    var by = body.as(Step.class).by();
    if (by == null) {
      throw Refused.missing("by", EXPECTED_BY);
    }
    return new ClockView(emulator.move(current -> later(current, by)), true);
  }

  @DELETE
  @Path("/state")
  public void reset() {
    requireAllowed();
    emulator.reset();
  }

  private static Instant later(Instant current, PeriodDuration by) {
    try {
      var target = current.atZone(ZoneOffset.UTC).plus(by).toInstant();
      if (!target.isBefore(current) && !target.isAfter(EdmDateTime.LAST)) {
        return target;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // refused below, as one that leads too far is
    }
    throw Refused.invalid("by", EXPECTED_BY);
  }

  private ClockView view() {
    return new ClockView(clock.instant(), clock.frozenAt().isPresent());
  }

  private void requireAllowed() {
    if (!config.enabled()) {
      throw new NotFoundException();
    }
    caller.requires(Permission.EMULATOR_CONTROL);
  }
}
