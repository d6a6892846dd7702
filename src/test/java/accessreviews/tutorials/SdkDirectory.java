package accessreviews.tutorials;

import static accessreviews.testing.rows.Organisation.id;

import com.microsoft.graph.models.AppRoleAssignment;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.graph.models.ReferenceUpdate;
import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.models.SignInActivity;
import com.microsoft.graph.models.UnifiedRoleAssignment;
import com.microsoft.graph.models.UnifiedRoleDefinition;
import com.microsoft.graph.models.UnifiedRoleEligibilitySchedule;
import com.microsoft.graph.models.User;
import com.microsoft.graph.rolemanagement.directory.DirectoryRequestBuilder;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The directory through the Java SDK. It has all calls, and every member but the last use of an
 * application, which Graph keeps elsewhere: that one is additional data.
 *
 * @param graph signed in as the caller
 */
@NullUnmarked
record SdkDirectory(GraphServiceClient graph) implements DirectoryApi {
  private static final String OBJECTS = "https://graph.microsoft.com/v1.0/directoryObjects/";
  private static final String EVERYWHERE = "/";

  @Override
  public void user(String name, String userType, @Nullable String lastSignIn) {
    var user = new User();
    user.setId(id(name));
    user.setDisplayName(name);
    user.setUserPrincipalName(name + "@contoso.com");
    user.setUserType(userType);
    if (lastSignIn != null) {
      user.setSignInActivity(signedIn(lastSignIn));
    }
    graph.users().post(user);
  }

  private static SignInActivity signedIn(String last) {
    var activity = new SignInActivity();
    activity.setLastSignInDateTime(OffsetDateTime.parse(last));
    return activity;
  }

  @Override
  public void manager(String user, String boss) {
    var reference = new ReferenceUpdate();
    reference.setOdataId(OBJECTS + id(boss));
    graph.users().byUserId(id(user)).manager().ref().put(reference);
  }

  @Override
  public void group(String name, List<String> types, List<String> provisioned) {
    var group = new Group();
    group.setId(id(name));
    group.setDisplayName(name);
    group.setGroupTypes(types);
    group.setResourceProvisioningOptions(provisioned);
    graph.groups().post(group);
  }

  @Override
  public void member(String group, String principal) {
    graph.groups().byGroupId(id(group)).members().ref().post(reference(principal));
  }

  @Override
  public void owner(String group, String user) {
    graph.groups().byGroupId(id(group)).owners().ref().post(reference(user));
  }

  private static ReferenceCreate reference(String name) {
    var reference = new ReferenceCreate();
    reference.setOdataId(OBJECTS + id(name));
    return reference;
  }

  @Override
  public void application(String name) {
    var application = new ServicePrincipal();
    application.setId(id(name));
    application.setDisplayName(name);
    graph.servicePrincipals().post(application);
  }

  @Override
  public void assign(String application, String principal, @Nullable String lastUse) {
    var assignment = new AppRoleAssignment();
    assignment.setPrincipalId(UUID.fromString(id(principal)));
    assignment.setResourceId(UUID.fromString(id(application)));
    if (lastUse != null) {
      assignment.getAdditionalData().put("signInActivity", signedIn(lastUse));
    }
    graph
        .servicePrincipals()
        .byServicePrincipalId(id(application))
        .appRoleAssignedTo()
        .post(assignment);
  }

  @Override
  public void give(String roleId, String principal) {
    var assignment = new UnifiedRoleAssignment();
    assignment.setPrincipalId(id(principal));
    assignment.setRoleDefinitionId(roleId);
    assignment.setDirectoryScopeId(EVERYWHERE);
    directory().roleAssignments().post(assignment);
  }

  @Override
  public void offer(String roleId, String principal) {
    var eligibility = new UnifiedRoleEligibilitySchedule();
    eligibility.setPrincipalId(id(principal));
    eligibility.setRoleDefinitionId(roleId);
    eligibility.setDirectoryScopeId(EVERYWHERE);
    directory().roleEligibilitySchedules().post(eligibility);
  }

  private DirectoryRequestBuilder directory() {
    return graph.roleManagement().directory();
  }

  @Override
  public Map<String, String> users() {
    return graph.users().get().getValue().stream()
        .collect(
            Collectors.toMap(
                User::getId,
                user -> user.getDisplayName() + (user.getAccountEnabled() ? "" : " (blocked)")));
  }

  @Override
  public Map<String, String> groups() {
    return graph.groups().get().getValue().stream()
        .collect(Collectors.toMap(Group::getId, Group::getDisplayName));
  }

  @Override
  public Map<String, String> applications() {
    return graph.servicePrincipals().get().getValue().stream()
        .collect(Collectors.toMap(ServicePrincipal::getId, ServicePrincipal::getDisplayName));
  }

  @Override
  public Map<String, String> roles() {
    return directory().roleDefinitions().get().getValue().stream()
        .collect(
            Collectors.toMap(UnifiedRoleDefinition::getId, UnifiedRoleDefinition::getDisplayName));
  }

  @Override
  public List<String> membersOf(String groupId) {
    return ids(graph.groups().byGroupId(groupId).members().get().getValue());
  }

  @Override
  public List<String> ownersOf(String groupId) {
    return ids(graph.groups().byGroupId(groupId).owners().get().getValue());
  }

  private static List<String> ids(List<DirectoryObject> objects) {
    return objects.stream().map(DirectoryObject::getId).toList();
  }

  @Override
  public List<String> assignedTo(String applicationId) {
    var application = graph.servicePrincipals().byServicePrincipalId(applicationId);
    return application.appRoleAssignedTo().get().getValue().stream()
        .map(one -> one.getPrincipalId().toString())
        .toList();
  }

  @Override
  public List<RoleHolder> assignments() {
    return directory().roleAssignments().get().getValue().stream()
        .map(one -> new RoleHolder(one.getPrincipalId(), one.getRoleDefinitionId()))
        .toList();
  }

  @Override
  public List<RoleHolder> eligibilities() {
    return directory().roleEligibilitySchedules().get().getValue().stream()
        .map(one -> new RoleHolder(one.getPrincipalId(), one.getRoleDefinitionId()))
        .toList();
  }
}
