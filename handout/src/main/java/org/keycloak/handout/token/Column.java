package org.keycloak.handout.token;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a CSV file holds, with the headers that makers of tokens give it. */
enum Column {

    USER("upn", "userprincipalname", "username", "user", "login", "loginname", "owner", "assignedto"),
    EMAIL("email", "mail", "emailaddress", "useremail"),
    SERIAL("serialnumber", "serial", "serialno", "sn", "tokenserial", "tokenserialnumber", "deviceserial", "deviceserialnumber", "tokenid"),
    SECRET("secretkey", "secret", "seed", "key", "tokenseed", "seedvalue", "oathsecret", "totpsecret", "sharedsecret"),
    PERIOD("timeinterval", "timeintervalinseconds", "period", "timestep", "interval", "step", "timestepsize"),
    DIGITS("digits", "otplength", "otplen", "codelength", "otpdigits", "passwordlength"),
    ALGORITHM("algorithm", "algo", "hash", "hashfunction", "hashalgorithm", "hmacalgorithm"),
    TYPE("type", "tokentype", "otptype", "oathtype", "mode"),
    MANUFACTURER("manufacturer", "vendor", "make", "brand"),
    MODEL("model", "product", "tokenmodel", "devicemodel");

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    /** Whether a header means this column. A secret's header may also name the encoding, such as {@code Seed (hex)}. */
    boolean has(String header) {
        String plain = plain(header);
        return headers.contains(plain)
                || this == SECRET && encoding(header).map(SeedEncoding::toString).map(option -> plain.replace(option, "")).filter(this::isSecret).isPresent();
    }

    private boolean isSecret(String rest) {
        return rest.isEmpty() || headers.contains(rest);
    }

    /** The encoding that the header of a secret names. */
    static Optional<SeedEncoding> encoding(String header) {
        return Stream.of(SeedEncoding.values()).filter(encoding -> plain(header).contains(encoding.toString())).findFirst();
    }

    /** The name that {@code --columns} takes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
