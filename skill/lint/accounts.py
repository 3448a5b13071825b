"""Rules for account linking and for products to be bought in a skill."""

from collections.abc import Iterator

from skill.lint.beside import documents
from skill.lint.finding import Finding
from skill.lint.located import Row, Table, Text
from skill.lint.package import Package, child

_GRANTS = ("AUTH_CODE", "IMPLICIT")
_SCHEMES = ("HTTP_BASIC", "REQUEST_BODY_CREDENTIALS")
_PRODUCTS = ("ENTITLEMENT", "CONSUMABLE", "SUBSCRIPTION")
_PROMPTS = ("purchasePromptDescription", "boughtCardDescription")
_Fault = tuple[str, int, str]


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with accountLinking.json and the products in isps/."""
    sold: list[str] = []
    for path, document in documents(package):
        if isinstance(document, Finding):
            yield document
            continue
        if not isinstance(document, Table):
            continue
        faults: Iterator[_Fault] = iter(())
        if "accountLinkingRequest" in document:
            faults = _linking(child(document, "accountLinkingRequest"))
        elif path.name.startswith("accountLinking") and "type" in document:
            faults = _linking(document)
        elif not {"isp", "isps"}.isdisjoint(path.parts) and "publishingInformation" in document:
            sold.append(path.name)
            faults = _product(document)
        for rule, line, says in faults:
            yield Finding(rule, str(path), line, says)
    privacy = child(package.manifest, "manifest", "privacyAndCompliance")
    if sold and privacy.get("allowsPurchases") is not True:
        says = f"allowsPurchases is not true, and {sold[0]} is for sale"
        yield Finding("purchases-undeclared", package.manifest_file, privacy.line, says)


def _linking(request: Table) -> Iterator[_Fault]:
    grant = request.get("type")
    if request.get("skipOnEnablement") is None and not request:
        return
    if grant not in _GRANTS:
        yield "account-linking", request.line, f'the type is "{grant}", not {" or ".join(_GRANTS)}'
    needed = ["authorizationUrl", "clientId"]
    needed += ["accessTokenUrl"] if grant == "AUTH_CODE" else []
    if missing := [key for key in needed if not request.get(key)]:
        yield "account-linking", request.line, f"there is no {' and no '.join(missing)}"
    for key in ("authorizationUrl", "accessTokenUrl"):
        url = request.get(key)
        if isinstance(url, Text) and url and not url.startswith("https://"):
            yield "account-linking", url.line, f"{key} is not an https address: {url}"
    scheme = request.get("accessTokenScheme")
    if scheme is not None and scheme not in _SCHEMES:
        says = f'accessTokenScheme is "{scheme}", not {" or ".join(_SCHEMES)}'
        yield "account-linking", getattr(scheme, "line", request.line), says
    if secret := request.get("clientSecret"):
        yield "secret", getattr(secret, "line", request.line), "clientSecret is in the file"


def _product(product: Table) -> Iterator[_Fault]:
    kind = product.get("type")
    if kind not in _PRODUCTS:
        says = f'the type is "{kind}", not {", ".join(_PRODUCTS[:-1])} or {_PRODUCTS[-1]}'
        yield "product", getattr(kind, "line", product.line), says
    if not product.get("referenceName"):
        yield "product", product.line, "there is no referenceName"
    if kind == "SUBSCRIPTION" and not child(product, "subscriptionInformation"):
        yield "product", product.line, "a subscription without subscriptionInformation"
    publishing = child(product, "publishingInformation")
    if not child(publishing, "pricing"):
        yield "product", publishing.line, "there is no pricing"
    locales = child(publishing, "locales")
    if not locales:
        yield "product", publishing.line, "no locale is listed"
    for locale in locales:
        page = child(locales, locale)
        prompts = child(page, "customProductPrompts")
        missing = [key for key in ("name", "summary", "description") if not page.get(key)]
        missing += [key for key in _PROMPTS if not prompts.get(key)]
        if missing:
            yield "product", page.line, f"{locale}: there is no {' and no '.join(missing)}"
        if isinstance(page.get("examplePhrases"), Row) and not page["examplePhrases"]:
            yield "product", page.line, f"{locale}: there are no example phrases"
