"""What a file is that is neither a model nor a manifest, so that a person sees the mistake."""

from skill.lint.located import Row, Table

# The keys that give a kind of file away, the surest first.
_KINDS = (
    (("askcliResourcesVersion",), "ask-resources.json, which is checked with its folder"),
    (("accountLinkingRequest",), "account linking, which is checked with its skill package"),
    (("languageModel",), "a v0 model, which has no interactionModel around its languageModel"),
    (("invocation", "intents"), "a Jovo model"),
    (("narratives",), "a story of Skill Flow Builder"),
    (("intents", "invocationName"), "a language model with no interactionModel around it"),
    (("intents",), "an intent schema of before 2018"),
    (("mainTemplate",), "an APL document"),
    (("session", "request"), "a request to a skill"),
    (("response", "version"), "a response of a skill"),
    (("compilerOptions",), "a tsconfig.json"),
    (("publishingInformation",), 'a manifest with no "manifest" around it'),
    (("lockfileVersion",), "a package-lock.json"),
    (("dependencies",), "a package.json"),
    (("devDependencies",), "a package.json"),
    (("scripts",), "a package.json"),
    (("name", "version"), "a package.json"),
    (("AWSTemplateFormatVersion",), "a CloudFormation template"),
)


def looks_like(document: object) -> str:
    """Return what a parsed JSON document seems to be, in a few words."""
    if isinstance(document, Row):
        return "a list"
    if not isinstance(document, Table):
        return "a single value"
    if not document:
        return "an empty object"
    if document.get("type") in ("SUBSCRIPTION", "ENTITLEMENT", "CONSUMABLE"):
        return "a product to be bought in a skill, which is checked with its skill package"
    for keys, kind in _KINDS:
        if all(key in document for key in keys):
            return kind
    return "another kind of JSON"
