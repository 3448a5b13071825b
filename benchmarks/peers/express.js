// The hello world behind ask-sdk-express-adapter: node express.js PORT ROOT.pem CHAIN.pem
// Two things stand in for the outside world, as for the other servers: the download of the chain,
// and the list of trusted roots. Everything between, the adapter does itself.
const fs = require('fs');
const https = require('https');
const Module = require('module');
const { Readable } = require('stream');
const [, , port, root, chain] = process.argv;

https.get = (_url, answered) => {
  const response = Object.assign(Readable.from([fs.readFileSync(chain)]), { statusCode: 200 });
  setImmediate(() => answered(response));
  return { on() {}, end() {} };
};
const load = Module._load;
const tls = { ...require('tls'), rootCertificates: [fs.readFileSync(root, 'utf8')] };
Module._load = (name, ...rest) => (name === 'tls' ? tls : load(name, ...rest));

const express = require('express');
const { ExpressAdapter } = require('ask-sdk-express-adapter');
const { skill } = require('./hello.js');

const app = express();
app.post('/', new ExpressAdapter(skill, true, true).getRequestHandlers());
app.listen(Number(port), '127.0.0.1');
