// The SDK's hello world for Lambda, and one answer of it: node hello.js EVENT.json
const Alexa = require('ask-sdk-core');

const SPEECH = 'Sprint if you want bigger legs. Want to know why?';
const respond = (input) => input.responseBuilder.speak(SPEECH).reprompt('Want to know why?').getResponse();

const LaunchRequestHandler = {
  canHandle: (input) => Alexa.getRequestType(input.requestEnvelope) === 'LaunchRequest',
  handle: respond,
};
const JogOrSprintIntentHandler = {
  canHandle: (input) =>
    Alexa.getRequestType(input.requestEnvelope) === 'IntentRequest' &&
    Alexa.getIntentName(input.requestEnvelope) === 'JogOrSprintIntent',
  handle: respond,
};

exports.skill = Alexa.SkillBuilders.custom()
  .addRequestHandlers(LaunchRequestHandler, JogOrSprintIntentHandler)
  .create();

if (require.main === module) {
  const event = JSON.parse(require('fs').readFileSync(process.argv[2]));
  exports.skill.invoke(event, null).then((answer) => {
    if (!answer.response.outputSpeech.ssml.includes('Sprint')) process.exit(1);
  });
}
