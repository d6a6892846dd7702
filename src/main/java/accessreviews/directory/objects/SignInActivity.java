package accessreviews.directory.objects;

import accessreviews.odata.bodies.Field;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When someone signed in last; in Graph it is read-only, here it may be written (contract). */
@RegisterForReflection
public record SignInActivity(
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant lastSignInDateTime) {

  /** The same in a body. */
  @RegisterForReflection
  public record Request(Field<Instant> lastSignInDateTime) {}

  public static @Nullable SignInActivity of(@Nullable Instant last) {
    return last == null ? null : new SignInActivity(last);
  }

  /** The last sign-in that {@code sent} says; absent where it says none. */
  public static Field<Instant> last(Field<Request> sent) {
    return switch (sent) {
      case Field.Absent<Request>() -> Field.absent();
      case Field.Null<Request>() -> Field.ofNull();
      case Field.Given<Request>(var request) -> request.lastSignInDateTime();
    };
  }
}
