package accessreviews.odata.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection on the wire.
 *
 * @param count how many there are, not how many are on the page
 * @param nextLink where the next page is; null on the last one
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listing(
    @JsonProperty("@odata.context") String context,
    @JsonProperty("@odata.count") long count,
    @JsonProperty("@odata.nextLink") @Nullable String nextLink,
    List<?> value) {}
