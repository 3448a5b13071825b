"""Faults of files beside the manifest and the models: the rule, and what plants one."""

from typing import Any

from tests.lint.sound import Fault, Skill

_LINKING = {
    "type": "AUTH_CODE",
    "authorizationUrl": "https://tea.dev/authorize",
    "accessTokenUrl": "https://tea.dev/token",
    "clientId": "tea",
    "accessTokenScheme": "HTTP_BASIC",
}
_PAGE = {
    "name": "Rare teas",
    "summary": "Rare teas.",
    "description": "More teas.",
    "customProductPrompts": {
        "purchasePromptDescription": "Rare teas.",
        "boughtCardDescription": "Rare teas.",
    },
}
_PRODUCT = {
    "version": "1.0",
    "type": "ENTITLEMENT",
    "referenceName": "rare_teas",
    "publishingInformation": {
        "locales": {"en-US": _PAGE},
        "pricing": {"amazon.com": {"defaultPriceListing": {"price": 0.99, "currency": "USD"}}},
    },
}


def _beside(name: str, document: Any) -> Any:
    return lambda skill: skill.beside.update({name: document})


def _linking(**changes: Any) -> Any:
    return _beside("accountLinking.json", {"accountLinkingRequest": {**_LINKING, **changes}})


def _product(**changes: Any) -> Any:
    def plant(skill: Skill) -> None:
        skill.privacy["allowsPurchases"] = True
        skill.beside["isps/entitlement/rare.json"] = {**_PRODUCT, **changes}

    return plant


def _code(requirements: str, words: str) -> Any:
    def plant(skill: Skill) -> None:
        skill.beside["lambda/requirements.txt"] = requirements
        skill.beside["lambda/lambda_function.py"] = words

    return plant


def _node(skill: Skill) -> None:
    skill.beside["lambda/package.json"] = {"dependencies": {"ask-sdk-core": "2"}}
    words = "const core = require('ask-sdk-core');\nconst time = require('moment');\n"
    skill.beside["lambda/index.js"] = words


def _stack(skill: Skill) -> None:
    user = {"runtime": "nodejs10.x", "handler": "index.handler"}
    infrastructure = {"type": "@ask-cli/lambda-deployer", "userConfig": user}
    profile = {"skillInfrastructure": infrastructure}
    skill.beside["ask-resources.json"] = {"profiles": {"default": profile}}


FAULTS: list[Fault] = [
    ("unreadable", _beside("accountLinking.json", "{nothing}")),
    ("unreadable", _beside("isps/entitlement/rare.json", "[1,]")),
    ("unreadable", _beside("response/display/tea/document.json", "{")),
    ("unreadable", _beside("interactionModels/custom/de-DE.json", '{"interactionModel": ')),
    ("model-schema", _beside("interactionModels/custom/de-DE.json", {"languageModel": {}})),
    ("path-outside", lambda s: s.page.update(largeIconUri="file://../../../../../../etc/hostname")),
    ("account-linking", _linking(type="PASSWORD")),
    ("account-linking", _linking(accessTokenUrl="")),
    ("account-linking", _linking(authorizationUrl="http://tea.dev/authorize")),
    ("account-linking", _linking(accessTokenScheme="BASIC")),
    ("secret", _linking(clientSecret="oolong")),
    ("product", _product(type="GIFT")),
    ("product", _product(type="SUBSCRIPTION")),
    ("product", _product(publishingInformation={"locales": {"en-US": {}}})),
    ("purchases-undeclared", _beside("isps/entitlement/rare.json", _PRODUCT)),
    ("apl", _beside("response/display/tea/document.json", {"type": "APL", "version": "1.6"})),
    ("runtime-retired", _stack),
    ("code-syntax", _code("ask-sdk-core\n", "def handler(:\n")),
    ("import-missing", _code("ask-sdk-core\n", "import ask_sdk_core\nimport numpy\nimport json\n")),
    ("import-missing", _node),
]
