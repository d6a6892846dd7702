package accessreviews.tutorials;

import static accessreviews.testing.rows.Organisation.id;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The directory over plain HTTP.
 *
 * @param request what every call of the caller begins with
 */
record HttpDirectory(Supplier<RequestSpecification> request) implements DirectoryApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String USERS = "/v1.0/users";
  private static final String GROUPS = "/v1.0/groups";
  private static final String APPLICATIONS = "/v1.0/servicePrincipals";
  private static final String ROLES = "/v1.0/roleManagement/directory/";

  @Override
  public void user(String name, String userType, @Nullable String lastSignIn) {
    var user = object(name).put("userPrincipalName", name + "@contoso.com");
    create(USERS, signedIn(user.put("userType", userType), lastSignIn));
  }

  @Override
  public void manager(String user, String boss) {
    var path = USERS + "/" + id(user) + "/manager/$ref";
    sent(reference(boss)).put(path).then().statusCode(204);
  }

  @Override
  public void group(String name, List<String> types, List<String> provisioned) {
    var group = object(name);
    group.set("groupTypes", JSON.valueToTree(types));
    group.set("resourceProvisioningOptions", JSON.valueToTree(provisioned));
    create(GROUPS, group);
  }

  @Override
  public void member(String group, String principal) {
    refer(GROUPS + "/" + id(group) + "/members/$ref", principal);
  }

  @Override
  public void owner(String group, String user) {
    refer(GROUPS + "/" + id(group) + "/owners/$ref", user);
  }

  @Override
  public void application(String name) {
    create(APPLICATIONS, object(name));
  }

  @Override
  public void assign(String application, String principal, @Nullable String lastUse) {
    var assignment = JSON.createObjectNode().put("principalId", id(principal));
    create(
        APPLICATIONS + "/" + id(application) + "/appRoleAssignedTo",
        signedIn(assignment.put("resourceId", id(application)), lastUse));
  }

  @Override
  public void give(String roleId, String principal) {
    create(ROLES + "roleAssignments", holder(roleId, principal));
  }

  @Override
  public void offer(String roleId, String principal) {
    create(ROLES + "roleEligibilitySchedules", holder(roleId, principal));
  }

  @Override
  public Map<String, String> users() {
    return list(USERS)
        .collect(
            Collectors.toMap(
                user -> user.get("id").textValue(),
                user ->
                    user.get("displayName").textValue()
                        + (user.get("accountEnabled").booleanValue() ? "" : " (blocked)")));
  }

  @Override
  public Map<String, String> groups() {
    return names(GROUPS);
  }

  @Override
  public Map<String, String> applications() {
    return names(APPLICATIONS);
  }

  @Override
  public Map<String, String> roles() {
    return names(ROLES + "roleDefinitions");
  }

  @Override
  public List<String> membersOf(String groupId) {
    return ids(GROUPS + "/" + groupId + "/members", "id");
  }

  @Override
  public List<String> ownersOf(String groupId) {
    return ids(GROUPS + "/" + groupId + "/owners", "id");
  }

  @Override
  public List<String> assignedTo(String applicationId) {
    return ids(APPLICATIONS + "/" + applicationId + "/appRoleAssignedTo", "principalId");
  }

  @Override
  public List<RoleHolder> assignments() {
    return holders("roleAssignments");
  }

  @Override
  public List<RoleHolder> eligibilities() {
    return holders("roleEligibilitySchedules");
  }

  private static ObjectNode object(String name) {
    return JSON.createObjectNode().put("id", id(name)).put("displayName", name);
  }

  private static ObjectNode signedIn(ObjectNode object, @Nullable String last) {
    if (last != null) {
      object.putObject("signInActivity").put("lastSignInDateTime", last);
    }
    return object;
  }

  private static ObjectNode holder(String roleId, String principal) {
    return JSON.createObjectNode()
        .put("principalId", id(principal))
        .put("roleDefinitionId", roleId)
        .put("directoryScopeId", "/");
  }

  private static JsonNode reference(String name) {
    return JSON.createObjectNode()
        .put("@odata.id", "https://graph.microsoft.com/v1.0/directoryObjects/" + id(name));
  }

  private void create(String path, JsonNode body) {
    sent(body).post(path).then().statusCode(201);
  }

  private void refer(String path, String name) {
    sent(reference(name)).post(path).then().statusCode(204);
  }

  private RequestSpecification sent(JsonNode body) {
    return request.get().contentType("application/json").body(body.toString());
  }

  private Stream<JsonNode> list(String path) {
    var answer = request.get().get(path).then().statusCode(200).extract().as(JsonNode.class);
    return StreamSupport.stream(answer.get("value").spliterator(), false);
  }

  private Map<String, String> names(String path) {
    return list(path)
        .collect(
            Collectors.toMap(
                one -> one.get("id").textValue(), one -> one.get("displayName").textValue()));
  }

  private List<String> ids(String path, String member) {
    Function<JsonNode, String> id = one -> one.get(member).textValue();
    return list(path).map(id).toList();
  }

  private List<RoleHolder> holders(String collection) {
    return list(ROLES + collection)
        .map(
            one ->
                new RoleHolder(
                    one.get("principalId").textValue(), one.get("roleDefinitionId").textValue()))
        .toList();
  }
}
