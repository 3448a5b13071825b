/* What of an imported turn did not hold; the same rules as tests/script.py. */
const claims = (report) => report.claims.join();

const same = (one, other) => (claims(one) || claims(other) ? claims(one) === claims(other) : one.speech === other.speech);

const found = (pattern, speech) => {
  try { return new RegExp(pattern, "i").test(speech); } catch { return false; }
};

export function possible(written, past) {
  const [, named] = /turn (\d+)/.exec(written.needs ?? "") ?? [];
  return !named || past[named - 1]?.session === "open";
}

export function faults(written, report, past) {
  const names = [...report.claims, report.intent, ...(report.claims.length ? [] : ["out-of-scope"])];
  const missing = (written.expect_all ?? []).filter((claim) => !report.claims.includes(claim));
  const all = [];
  if (written.expect?.length && !written.expect.some((name) => names.includes(name))) all.push(`expected ${written.expect.join(" or ")}`);
  if (missing.length) all.push(`expected ${missing.join(", ")} too`);
  for (const pattern of written.reply_must ?? []) if (!found(pattern, report.speech)) all.push(`no “${pattern}”`);
  for (const pattern of written.reply_must_not ?? []) if (found(pattern, report.speech)) all.push(`there is “${pattern}”`);
  const [equal, other] = [past[written.same_content_as_turn - 1], past[written.differs_from_turn - 1]];
  if (equal && !same(report, equal)) all.push(`not what turn ${written.same_content_as_turn} said`);
  if (other && same(report, other)) all.push(`what turn ${written.differs_from_turn} said already`);
  if (!["any", report.session].includes(written.session ?? "any")) all.push(`the session is ${report.session}`);
  return all;
}
