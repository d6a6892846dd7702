package accessreviews.directory.objects;

import accessreviews.odata.bodies.Field;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last sign-in. It is read-only in Graph and writable here (contract). */
@RegisterForReflection
public record SignInActivity(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant lastSignInDateTime) {

  /** The activity in a request body. */
  @RegisterForReflection
  public record Request(Field<Instant> lastSignInDateTime) {}

  public static @Nullable SignInActivity of(@Nullable Instant last) {
    return last == null ? null : new SignInActivity(last);
  }

  /** The last sign-in in {@code sent}; absent if it has none. */
  public static Field<Instant> last(Field<Request> sent) {
    return switch (sent) {
      case Field.Absent<Request>() -> Field.absent();
      case Field.Null<Request>() -> Field.ofNull();
      case Field.Given<Request>(var request) -> request.lastSignInDateTime();
    };
  }
}
