package accessreviews.odata.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection on the wire.
 *
 * @param count the number of rows in the collection, not on the page
 * @param nextLink the URL of the next page; null on the last page
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listing(
    @JsonProperty("@odata.context") String context,
    @JsonProperty("@odata.count") long count,
    @JsonProperty("@odata.nextLink") @Nullable String nextLink,
    List<?> value) {}
