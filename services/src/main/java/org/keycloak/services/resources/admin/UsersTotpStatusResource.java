package org.keycloak.services.resources.admin;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.TotpStatusCountRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.services.credential.AcceptedType;
import org.keycloak.services.credential.BadRequest;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.coverage.TotpCoverage;
import org.keycloak.services.resources.admin.coverage.TotpCoverageCsv;
import org.keycloak.services.resources.admin.coverage.TotpCoverageRows;
import org.keycloak.services.resources.admin.coverage.TotpCoverageScope;
import org.keycloak.services.resources.admin.coverage.TotpCoverageUser;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.userlist.Caller;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Lists and counts the users of a realm by the status of their TOTPs.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class UsersTotpStatusResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    /** What the reply says: the character set, and that the first line has the names of the columns (RFC 4180). */
    private static final MediaType CSV_REPLY = new MediaType("text", "csv", Map.of(MediaType.CHARSET_PARAMETER, "UTF-8", "header", "present"));
    private static final int DEFAULT_MAX = 100;
    private static final int GREATEST_MAX = 10_000;
    private static final String GROUP = "Id or path of a group. At most 255 characters. The caller needs the right to view its members.";
    private static final String SUB_GROUPS = "Whether the members of the groups below it are meant as well, as far as the caller may view them";
    private static final String SEARCH = "What the username, the first or last name, or the e-mail address begins with; *text* for what it contains, \"text\" for an exact match; or id:, username: or email: with values, as in the list of users. At most 255 characters";

    private final KeycloakSession session;
    private final Caller caller;

    UsersTotpStatusResource(KeycloakSession session, AdminPermissionEvaluator auth) {
        this.session = session;
        this.caller = new Caller(session, auth);
    }

    @GET
    @Produces({ MediaType.APPLICATION_JSON, CSV })
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(
            summary = "Get users with the status of their TOTPs",
            description = "The users whom the caller may view, in the order of Keycloak's list of users, without service accounts. As CSV, there is a line for each TOTP, and one for a user without a TOTP. The caller needs the right to query users, or the role manage-otp, which shows all users.")
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UserTotpStatusRepresentation.class, type = SchemaType.ARRAY)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
        }),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to query users, or to view the members of the group"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm"),
        @APIResponse(responseCode = "406", description = "Not Acceptable: the request accepts no JSON and no CSV")
    })
    public Response list(
            @Parameter(description = "Only users of this status, or of several that are separated by commas: none, unused, expired, used, locked. Can be repeated.") @QueryParam("status") List<String> status,
            @Parameter(description = GROUP) @QueryParam("group") String group,
            @Parameter(description = SUB_GROUPS, schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("subGroups") String subGroups,
            @Parameter(description = SEARCH) @QueryParam("search") String search,
            @Parameter(description = "Number of users to leave out at the beginning", schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0")) @QueryParam("first") String first,
            @Parameter(description = "Greatest number of users to get", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "100")) @QueryParam("max") String max) {
        caller.permission().requireQuery();
        boolean csv = AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE, CSV_TYPE) == CSV_TYPE;
        Set<UserTotpState> states = BadRequest.ifInvalid(() -> states(status));
        int firstUser = BadRequest.ifInvalid(() -> number("first", first, 0, 0, Integer.MAX_VALUE));
        int maxUsers = BadRequest.ifInvalid(() -> number("max", max, DEFAULT_MAX, 1, GREATEST_MAX));
        List<TotpCoverageUser> page;
        try (Stream<TotpCoverageUser> users = users(group, subGroups, search)) {
            page = users.filter(user -> states.contains(user.state())).skip(firstUser).limit(maxUsers).toList();
        }
        List<UserTotpStatusRepresentation> rows = new TotpCoverageRows(caller).of(page, !csv);
        Response.ResponseBuilder reply = csv ? Response.ok(TotpCoverageCsv.of(rows), CSV_REPLY).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"totp-status.csv\"")
                : Response.ok(rows, MediaType.APPLICATION_JSON_TYPE);
        return reply.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Count users by the status of their TOTPs", description = "Counts the users whom the caller may view, without service accounts. The caller needs the right to query users, or the role manage-otp, which shows all users.")
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = TotpStatusCountRepresentation.class))),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to query users, or to view the members of the group"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm")
    })
    public Response count(
            @Parameter(description = GROUP) @QueryParam("group") String group,
            @Parameter(description = SUB_GROUPS, schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")) @QueryParam("subGroups") String subGroups,
            @Parameter(description = SEARCH) @QueryParam("search") String search) {
        caller.permission().requireQuery();
        AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE);
        try (Stream<TotpCoverageUser> users = users(group, subGroups, search)) {
            Map<UserTotpState, Long> counts = users.collect(Collectors.groupingBy(TotpCoverageUser::state, Collectors.counting()));
            return Response.ok(representation(counts), MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
    }

    private Stream<TotpCoverageUser> users(String group, String subGroups, String search) {
        return TotpCoverage.of(session, caller, BadRequest.ifInvalid(() -> TotpCoverageScope.read(session, caller.permission(), group, subGroups, search))).users();
    }

    private static TotpStatusCountRepresentation representation(Map<UserTotpState, Long> counts) {
        TotpStatusCountRepresentation representation = new TotpStatusCountRepresentation();
        representation.setUsed(counts.getOrDefault(UserTotpState.USED, 0L));
        representation.setUnused(counts.getOrDefault(UserTotpState.UNUSED, 0L));
        representation.setLocked(counts.getOrDefault(UserTotpState.LOCKED, 0L));
        representation.setExpired(counts.getOrDefault(UserTotpState.EXPIRED, 0L));
        representation.setNone(counts.getOrDefault(UserTotpState.NONE, 0L));
        representation.setTotal(counts.values().stream().mapToLong(Long::longValue).sum());
        return representation;
    }

    private static Set<UserTotpState> states(List<String> status) {
        if (status == null || status.stream().allMatch(String::isEmpty)) {
            return EnumSet.allOf(UserTotpState.class);
        }
        return status.stream().flatMap(value -> Stream.of(value.split(",", -1))).map(String::trim)
                .map(value -> Stream.of(UserTotpState.values()).filter(state -> state.toString().equals(value)).findFirst()
                        .orElseThrow(() -> new InvalidFieldException("status", Arrays.stream(UserTotpState.values()).map(UserTotpState::toString).collect(Collectors.joining(", ")))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UserTotpState.class)));
    }

    private static int number(String parameter, String value, int byDefault, int min, int max) {
        if (value == null || value.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value.trim());
            if (min <= number && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new InvalidFieldException(parameter, min + " to " + max);
    }
}
