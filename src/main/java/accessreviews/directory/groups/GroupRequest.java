package accessreviews.directory.groups;

import accessreviews.directory.objects.Given;
import accessreviews.odata.bodies.Field;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** The body of a create or an update of a group. */
@RegisterForReflection
record GroupRequest(
    Field<String> id,
    Field<String> displayName,
    Field<String> description,
    Field<String> mail,
    Field<Boolean> mailEnabled,
    Field<String> mailNickname,
    Field<Boolean> securityEnabled,
    Field<List<String>> groupTypes,
    Field<List<String>> resourceProvisioningOptions,
    Field<Boolean> isAssignableToRole,
    Field<Boolean> onPremisesSyncEnabled) {

  /** The new group of this request. */
  DirectoryGroup toCreate(Instant now) {
    var group =
        new DirectoryGroup(
            Given.id(id), Given.name(displayName), groupTypes.orElse(List.of()), now);
    applyTo(group);
    return group;
  }

  /** Changes the properties of {@code group} that this request has. */
  void applyTo(DirectoryGroup group) {
    if (!displayName.isAbsent()) {
      group.rename(Given.name(displayName));
    }
    description.ifSent(group::describe);
    mail.ifSent(group::mailTo);
    mailEnabled.neverNull("mailEnabled").ifGiven(group::enableMail);
    mailNickname.ifSent(group::nickname);
    securityEnabled.neverNull("securityEnabled").ifGiven(group::enableSecurity);
    words(groupTypes, "groupTypes").ifGiven(group::become);
    words(resourceProvisioningOptions, "resourceProvisioningOptions").ifGiven(group::provision);
    isAssignableToRole.neverNull("isAssignableToRole").ifGiven(group::assignableToRole);
    onPremisesSyncEnabled.ifSent(group::syncOnPremises);
  }

  private static Field<List<String>> words(Field<List<String>> sent, String member) {
    sent.neverNull(member)
        .ifGiven(
            words -> {
              var hole = words.indexOf(null);
              if (hole >= 0) {
                throw Refused.invalid(member + "[" + hole + "]", "a string");
              }
            });
    return sent;
  }
}
