package accessreviews.model;

import accessreviews.testing.rows.Organisation;
import java.util.List;

/** The model's directory and that of the service, which are told the same. */
final class Organising {
  private final People people;

  Organising(People people) {
    this.people = people;
    for (var user : People.USERS) {
      var last = People.lastSignIn(user);
      if (last == null) {
        Organisation.users(user);
      } else {
        Organisation.activeUser(user, last.toString());
      }
    }
    People.GROUPS.forEach(this::addGroup);
    join("plain", "ada");
    join("plain", "bob");
    join("red", "cleo");
    manage("ada", "eve");
  }

  private void addGroup(String group) {
    people.add(group);
    if (People.isTeam(group)) {
      Organisation.team(group);
    } else {
      Organisation.group(group);
    }
  }

  void join(String group, String user) {
    if (people.has(group) && people.members(group).add(user)) {
      Organisation.join(group, user);
    }
  }

  void leave(String group, int member) {
    var all = List.copyOf(people.members(group));
    if (!all.isEmpty()) {
      var user = all.get(member % all.size());
      people.members(group).remove(user);
      Organisation.leave(group, user);
    }
  }

  void own(String group, String user) {
    if (people.has(group) && people.owners(group).add(user)) {
      Organisation.owner(group, user);
    }
  }

  void manage(String user, String boss) {
    if (!user.equals(boss)) {
      people.manage(user, boss);
      Organisation.manager(user, boss);
    }
  }

  void toggle(String group) {
    if (!people.has(group)) {
      addGroup(group);
    } else if (!group.equals(People.GROUPS.getFirst())) {
      people.delete(group);
      Organisation.deleteGroup(group);
    }
  }
}
