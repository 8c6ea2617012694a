package org.keycloak.representations.idm;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many users there are of each status.
 */
@Schema(description = "Numbers of users by the status of their TOTPs")
public class TotpStatusCountRepresentation {

    @Schema(description = "Users who have used an OTP.", readOnly = true)
    private long used;

    @Schema(description = "Users whose best TOTP waits for its first code.", readOnly = true)
    private long unused;

    @Schema(description = "Users whose best TOTP is locked.", readOnly = true)
    private long locked;

    @Schema(description = "Users whose TOTPs have expired without being used.", readOnly = true)
    private long expired;

    @Schema(description = "Users without an OTP.", readOnly = true)
    private long none;

    @Schema(description = "All of these users.", readOnly = true)
    private long total;

    public long getUsed() {
        return used;
    }

    public void setUsed(long used) {
        this.used = used;
    }

    public long getUnused() {
        return unused;
    }

    public void setUnused(long unused) {
        this.unused = unused;
    }

    public long getLocked() {
        return locked;
    }

    public void setLocked(long locked) {
        this.locked = locked;
    }

    public long getExpired() {
        return expired;
    }

    public void setExpired(long expired) {
        this.expired = expired;
    }

    public long getNone() {
        return none;
    }

    public void setNone(long none) {
        this.none = none;
    }

    public long getTotal() {
        return total;
    }

    public void setTotal(long total) {
        this.total = total;
    }
}
