package org.keycloak.representations.idm;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A line of the reply to a request for many users: about one user, or the sums at the end.
 */
@Schema(description = "What came of one user; or the sums, in the last line")
public class CreatedCredentialRepresentation {

    @Schema(description = "created; exists, if the user has such a credential already; failed, with a message; creatable, in a dry run; done, in the last line.",
            enumeration = { "created", "exists", "failed", "creatable", "done" }, readOnly = true)
    private String status;

    @Schema(description = "Number of the request's line, if the request was NDJSON; the first is 1.", readOnly = true)
    private Integer line;

    @Schema(description = "Id of the user.", readOnly = true)
    private String id;

    @Schema(description = "Name of the user.", readOnly = true)
    private String username;

    @Schema(description = "First name of the user.", readOnly = true)
    private String firstName;

    @Schema(description = "Last name of the user.", readOnly = true)
    private String lastName;

    @Schema(description = "E-mail address of the user.", readOnly = true)
    private String email;

    @Schema(description = "The attributes that were asked for.", readOnly = true)
    private Map<String, List<String>> attributes;

    @Schema(description = "Why the user got no credential.", readOnly = true)
    private String message;

    @Schema(description = "The credential, as in the reply to a request for one user.", readOnly = true)
    private Map<String, Object> credential;

    @Schema(description = "Last line: number of users who got a credential.", readOnly = true)
    private Integer created;

    @Schema(description = "Last line: number of users who would get one.", readOnly = true)
    private Integer creatable;

    @Schema(description = "Last line: number of users who have one already.", readOnly = true)
    private Integer exists;

    @Schema(description = "Last line: number of users whose line has a message.", readOnly = true)
    private Integer failed;

    @Schema(description = "Last line: number of lines before it.", readOnly = true)
    private Integer total;

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Integer getLine() {
        return line;
    }

    public void setLine(Integer line) {
        this.line = line;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Map<String, List<String>> getAttributes() {
        return attributes;
    }

    public void setAttributes(Map<String, List<String>> attributes) {
        this.attributes = attributes;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public Map<String, Object> getCredential() {
        return credential;
    }

    public void setCredential(Map<String, Object> credential) {
        this.credential = credential;
    }

    public Integer getCreated() {
        return created;
    }

    public void setCreated(Integer created) {
        this.created = created;
    }

    public Integer getCreatable() {
        return creatable;
    }

    public void setCreatable(Integer creatable) {
        this.creatable = creatable;
    }

    public Integer getExists() {
        return exists;
    }

    public void setExists(Integer exists) {
        this.exists = exists;
    }

    public Integer getFailed() {
        return failed;
    }

    public void setFailed(Integer failed) {
        this.failed = failed;
    }

    public Integer getTotal() {
        return total;
    }

    public void setTotal(Integer total) {
        this.total = total;
    }
}
