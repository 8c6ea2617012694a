package org.keycloak.handout.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TableTest {

    @Test
    void columnsBeginBelowEachOther() {
        assertEquals(List.of("USER      STATUS", "alice     used", "山田太郎  none", "e\u0301va       used", "bob"),
                Table.lines(List.of(List.of("USER", "STATUS"), List.of("alice", "used"), List.of("山田太郎", "none"), List.of("e\u0301va", "used"), List.of("bob")))
                        .toList());
    }

    @Test
    void aCellIsOneLine() {
        assertEquals(List.of("a\ufffd[2Jb  c"), Table.lines(List.of(List.of("a\u001b[2Jb", "c"))).toList());
    }

    @Test
    void nothingHasNoLines() {
        assertEquals(List.of(), Table.lines(List.of()).toList());
    }
}
