package org.keycloak.testsuite.providers;

import org.keycloak.representations.idm.CreateCredentialRepresentation;

/**
 * The JSON of a badge.
 */
public final class BadgeRepresentation extends CreateCredentialRepresentation {

    private String number;
    private Integer floor;
    private Boolean visitor;
    private String colour;
    private String pin;
    private Boolean permanent;
    private String serial;

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Integer getFloor() {
        return floor;
    }

    public void setFloor(Integer floor) {
        this.floor = floor;
    }

    public Boolean isVisitor() {
        return visitor;
    }

    public void setVisitor(Boolean visitor) {
        this.visitor = visitor;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin;
    }

    public Boolean isPermanent() {
        return permanent;
    }

    public void setPermanent(Boolean permanent) {
        this.permanent = permanent;
    }

    /** Made by the provider, and in replies only. */
    public String getSerial() {
        return serial;
    }

    public void setSerial(String serial) {
        this.serial = serial;
    }
}
