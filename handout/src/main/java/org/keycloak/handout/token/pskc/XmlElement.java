package org.keycloak.handout.token.pskc;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element that was read whole. It has no {@code toString} with its text, which can be a secret.
 *
 * @param namespace URI; {@code ""} if it has none
 * @param name name without a prefix
 * @param attributes values by name without a prefix
 * @param text the text directly in it, without white space at both ends
 */
record XmlElement(String namespace, String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    /** The first child of this name. A maker's prefixes and schemas differ for key derivation, so the namespace isn't asked for. */
    Optional<XmlElement> child(String name) {
        return children.stream().filter(child -> child.name.equals(name)).findFirst();
    }

    /** The first child of the first child …, by their names. */
    Optional<XmlElement> descendant(String... names) {
        Optional<XmlElement> element = Optional.of(this);
        for (String name : names) {
            element = element.flatMap(parent -> parent.child(name));
        }
        return element;
    }

    /** The text of a descendant, if it isn't empty. */
    Optional<String> text(String... names) {
        return descendant(names).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
