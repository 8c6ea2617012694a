package org.keycloak.representations.idm;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Request for a credential for each of many users.
 */
@Schema(description = "Which users get a credential, and what credential each of them gets")
public class CreateCredentialsRepresentation {

    @Schema(description = "The users, selected in one way.", required = true)
    private UserSelection users;

    @Schema(description = "Fields of each credential, as in a request for one user, except secrets. No picture, unless qrSize asks for one. Default: the defaults of the type.")
    private CreateCredentialRepresentation credential;

    @Schema(description = "Whether the reply only tells who would get a credential, and no credential is created. Keycloak may still import users of a user storage whom it looks up. Default: false.")
    private Boolean dryRun;

    @Schema(description = "Names of users' attributes to add to each line of the reply, which needs the right to query users. Default: none.", maxItems = 100)
    private List<String> attributes;

    public UserSelection getUsers() {
        return users;
    }

    public void setUsers(UserSelection users) {
        this.users = users;
    }

    public CreateCredentialRepresentation getCredential() {
        return credential;
    }

    public void setCredential(CreateCredentialRepresentation credential) {
        this.credential = credential;
    }

    public Boolean isDryRun() {
        return dryRun;
    }

    public void setDryRun(Boolean dryRun) {
        this.dryRun = dryRun;
    }

    public List<String> getAttributes() {
        return attributes;
    }

    public void setAttributes(List<String> attributes) {
        this.attributes = attributes;
    }

    /**
     * Users, selected in one way.
     */
    @Schema(name = "UserSelection", description = "Users, selected by exactly one of ids, usernames, group, role, search, q, all. Service accounts are never among them.")
    public static class UserSelection {

        @Schema(description = "Ids of users.", minItems = 1)
        private List<String> ids;

        @Schema(description = "Names of users, in upper or lower case.", minItems = 1)
        private List<String> usernames;

        @Schema(description = "Id of a group, or its path, which begins with a slash: its members.", minLength = 1, maxLength = 255)
        private String group;

        @Schema(description = "With group: whether the members of the groups below it are selected, too, as far as the caller may view them. Default: false.")
        private Boolean subGroups;

        @Schema(description = "Name of a role of the realm: the users who have it themselves, not through a group or another role.", minLength = 1, maxLength = 255)
        private String role;

        @Schema(description = "What the username, the first or last name, or the e-mail address begins with; *text* for what it contains, \"text\" for an exact match; or id:, username: or email: with values, as in the list of users.", minLength = 1, maxLength = 255)
        private String search;

        @Schema(description = "A query of attributes such as department:sales, as for the list of users. It needs the right to query users.", minLength = 1, maxLength = 255)
        private String q;

        @Schema(description = "All users of the realm.", enumeration = "true")
        private Boolean all;

        public List<String> getIds() {
            return ids;
        }

        public void setIds(List<String> ids) {
            this.ids = ids;
        }

        public List<String> getUsernames() {
            return usernames;
        }

        public void setUsernames(List<String> usernames) {
            this.usernames = usernames;
        }

        public String getGroup() {
            return group;
        }

        public void setGroup(String group) {
            this.group = group;
        }

        public Boolean isSubGroups() {
            return subGroups;
        }

        public void setSubGroups(Boolean subGroups) {
            this.subGroups = subGroups;
        }

        public String getRole() {
            return role;
        }

        public void setRole(String role) {
            this.role = role;
        }

        public String getSearch() {
            return search;
        }

        public void setSearch(String search) {
            this.search = search;
        }

        public String getQ() {
            return q;
        }

        public void setQ(String q) {
            this.q = q;
        }

        public Boolean isAll() {
            return all;
        }

        public void setAll(Boolean all) {
            this.all = all;
        }
    }

    /**
     * A line of a request in NDJSON.
     */
    @Schema(name = "CreateCredentialLine", description = "One user, by exactly one of id, username, email, and the fields of the user's credential, as in a request for one user")
    public static class Line extends CreateTotpRepresentation {

        @Schema(description = "Id of the user.", minLength = 1, maxLength = 255)
        private String id;

        @Schema(description = "Name of the user, in upper or lower case.", minLength = 1, maxLength = 255)
        private String username;

        @Schema(description = "E-mail address of the user, if only one user has it.", minLength = 1, maxLength = 255)
        private String email;

        @Override
        public String getId() {
            return id;
        }

        @Override
        public void setId(String id) {
            this.id = id;
        }

        public String getUsername() {
            return username;
        }

        public void setUsername(String username) {
            this.username = username;
        }

        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }
    }
}
