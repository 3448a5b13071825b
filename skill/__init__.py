"""Leg Day: a voice skill that answers "does running count as leg day?" from one article.

A map of the package; start with handlers. A module imports only from rooms further down.

    __main__      `python -m skill`
    cli           the `leg-day` command
    lint/         the certification linter, for this skill and others
    publish/      from the repository to a published skill
    speakers/     other ears and mouths: a microphone, Home Assistant, MCP
    simulator/    Alexa's side, offline: understanding, device, signing, terminal, page
    hosting/      the skill behind HTTPS and on AWS Lambda
    alexa/        Alexa's protocol: is a request genuine, and what does it say?
    handlers/     ROUTES: which function answers which request
    dialog/       a request becomes a response: session, reply, speech, screen
    persistence/  what is kept of a user between sessions
    content/      what is said: the claims of the article and the answers
    blocking      non-blocking calls: what the server's event loop may not do
"""
