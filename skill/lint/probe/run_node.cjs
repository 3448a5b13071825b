/* Runs somebody's Lambda handler in a process of its own: JSON lines in, JSON lines out.

   What the handler prints goes to standard error, so that it is not taken for an answer. */
"use strict";
const fs = require("node:fs");
const readline = require("node:readline");
const { pathToFileURL } = require("node:url");

const [file, name] = process.argv.slice(2);
const tell = (found) => fs.writeSync(1, `${JSON.stringify(found)}\n`);
process.stdout.write = process.stderr.write.bind(process.stderr);

const context = {
  awsRequestId: "00000000-0000-0000-0000-000000000000",
  functionName: "probe",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:probe",
  memoryLimitInMB: "128",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => 8000,
};

/* What was thrown, and the innermost line of the skill's own code. */
function raised(fault) {
  const own = String(fault?.stack ?? "").split("\n").filter((line) => !line.includes("node_modules") && !line.includes("node:"));
  const [, where, line] = /\(?(?:file:\/\/)?(\/[^()]+?):(\d+):\d+\)?$/.exec(own.find((one) => /:\d+:\d+\)?$/.test(one)) ?? "") ?? [];
  return { raised: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault), ...(where && { file: where, line: Number(line) }) };
}

/* A handler calls back, calls context.succeed, or returns a promise. */
const call = (handler, event) => new Promise((resolve, reject) => {
  const back = (fault, found) => (fault ? reject(fault) : resolve(found));
  const old = { done: back, succeed: resolve, fail: reject };
  const found = handler(event, { ...context, ...old }, back);
  if (found && typeof found.then === "function") found.then(resolve, reject);
  else if (handler.length < 3 && found !== undefined) resolve(found);
});

const loaded = async () => {
  try { return require(file); } catch (fault) {
    if (fault.code !== "ERR_REQUIRE_ESM" && !(fault instanceof SyntaxError && file.endsWith(".mjs"))) throw fault;
    return import(pathToFileURL(file));
  }
};

(async () => {
  let handler;
  try {
    handler = (await loaded())[name];
    if (typeof handler !== "function") throw new Error(`${name} is not exported as a function`);
  } catch (fault) {
    const missing = /^(ERR_)?MODULE_NOT_FOUND$/.test(fault?.code);
    tell(missing ? { missing: fault.message.split("\n")[0] } : raised(fault));
    process.exit(0);
  }
  process.on("uncaughtException", (fault) => { tell(raised(fault)); });
  process.on("unhandledRejection", (fault) => { tell(raised(fault)); });
  tell({ ready: true });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    try { tell({ answer: (await call(handler, JSON.parse(line))) ?? null }); } catch (fault) { tell(raised(fault)); }
  }
  process.exit(0);
})();
