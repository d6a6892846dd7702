package accessreviews.notifications.webhooks;

import accessreviews.notifications.outbox.Mailing;
import accessreviews.odata.bodies.GraphJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the body of an event: CloudEvents 1.0 in the JSON format. */
@ApplicationScoped
class EventBody {
  /** The media type of the body. */
  static final String MEDIA_TYPE = "application/cloudevents+json";

  private final ObjectMapper columns = GraphJson.configure(new ObjectMapper());
  private final ObjectMapper wire;
  private final Mailing addresses;

  EventBody(ObjectMapper wire, Mailing addresses) {
    this.wire = wire;
    this.addresses = addresses;
  }

  byte[] of(QueuedEvent event) {
    try {
      var captured = columns.readValue(event.data(), Captured.class);
      ObjectNode data = wire.valueToTree(captured.instance().view());
      data.setAll(wire.<ObjectNode>valueToTree(captured.further()));
      var body = wire.createObjectNode();
      body.put("specversion", "1.0");
      body.put("id", event.eventId());
      body.put("source", addresses.url());
      body.put("type", EventType.PREFIX + event.kind());
      body.put(
          "subject",
          "/v1.0/identityGovernance/accessReviews/definitions/%s/instances/%s"
              .formatted(event.definition(), event.instance()));
      body.put("time", event.created().toString());
      body.put("datacontenttype", "application/json");
      body.set("data", data);
      return wire.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The data of event %s cannot be read".formatted(event.id()), e);
    }
  }
}
