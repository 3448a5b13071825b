// Documents on standard input, as JSON by name; what Amazon's own validator finds wrong on standard output.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { StaticAplTemplateValidator } = createRequire(import.meta.url)("apl-suggester");
const found = {};
for (const [name, document] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const faults = await new StaticAplTemplateValidator().validate(document);
  found[name] = faults.map((fault) => `${fault.level} ${fault.path} ${fault.errorMessage}`);
}
console.log(JSON.stringify(found));
