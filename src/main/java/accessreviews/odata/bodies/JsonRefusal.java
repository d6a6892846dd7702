package accessreviews.odata.bodies;

import accessreviews.odata.EdmDuration;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * Turns a failure of Jackson into a refusal in Graph's terms: the member, and what was expected.
 */
final class JsonRefusal {
  private static final int QUOTED = 200;

  private JsonRefusal() {}

  static Refused of(JacksonException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return refused.under(path(failure));
      }
      if (cause instanceof InputCoercionException number) {
        return Refused.invalid(path(failure), expected(number.getTargetType()));
      }
    }
    return switch (failure) {
      case InvalidTypeIdException type ->
          Refused.invalid("@odata.type", "a supported type, got " + quoted(type.getTypeId()))
              .under(path(type));
      case MismatchedInputException mismatch -> {
        var path = path(mismatch);
        yield path.isEmpty()
            ? JsonBody.unreadable()
            : Refused.invalid(path, expected(mismatch.getTargetType()));
      }
      default -> JsonBody.unreadable();
    };
  }

  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "none";
    }
    if (text.length() > QUOTED) {
      return "one of %d characters".formatted(text.length());
    }
    return CleanText.isClean(text) ? "'" + text + "'" : "one that is no Unicode text";
  }

  /** The JSON path of the failure, such as {@code reviewers[0].query}. */
  private static String path(JacksonException failure) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return "";
    }
    var path = new StringBuilder();
    for (var step : mapping.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another type";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a collection";
    }
    if (type == String.class) {
      return "a string of Unicode text without NUL characters";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE;
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-01-31";
    }
    if (type == Instant.class) {
      return "a UTC date-time such as 2026-01-31T09:00:00Z, from the year 0001 to 9999";
    }
    if (type == UUID.class) {
      return "a GUID such as 2560f739-2e0e-4550-9fa0-1a1e67ae0ab8";
    }
    if (type == PeriodDuration.class) {
      return "an ISO 8601 duration such as P30D, not negative, and at most %d years"
          .formatted(EdmDuration.YEARS);
    }
    return "an object";
  }
}
