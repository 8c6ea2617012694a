package org.keycloak.testsuite.guide;

import java.util.List;
import java.util.stream.IntStream;

import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.testsuite.fixture.TestRealm;

/**
 * The steps of a flow as the admin API tells them: each follows the sub-flow that it is in.
 */
record FlowSteps(List<AuthenticationExecutionInfoRepresentation> steps) {

    static FlowSteps of(TestRealm realm, String flow) {
        return new FlowSteps(realm.resource().flows().getExecutions(flow));
    }

    List<String> names() {
        return steps.stream().map(AuthenticationExecutionInfoRepresentation::getDisplayName).toList();
    }

    List<String> requirements() {
        return steps.stream().map(AuthenticationExecutionInfoRepresentation::getRequirement).toList();
    }

    String requirement(String step) {
        return steps.get(names().indexOf(step)).getRequirement();
    }

    /** Its name begins with the flow's, and goes on differently from version to version. */
    String subFlowOf(String step) {
        int index = names().indexOf(step);
        int level = steps.get(index).getLevel();
        return IntStream.iterate(index - 1, it -> it - 1)
                .mapToObj(steps::get)
                .filter(it -> it.getLevel() < level)
                .findFirst().orElseThrow()
                .getDisplayName();
    }
}
