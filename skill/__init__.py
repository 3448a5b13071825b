"""Leg Day: a voice skill that answers "does running count as leg day?" from one article.

A map of the package, from the floor up; a module imports only from lower floors.

    content/      the words themselves
    answers       what can be said: content/, loaded and checked
    waiting       who may wait: not the server's event loop
    speech        words to SSML, and back to plain words
    quantities    distances and calories: read from slots, worked out, spoken
    logs          one line of JSON each, with nothing personal in it
    session       what a conversation remembers between two requests
    screen        an answer on a display
    reply         what is said to one request, turned into the SDK's Response
    memory/       what is remembered of a user between sessions
    handlers/     ROUTES: which function answers which request
    serializer    request JSON to the SDK's models and back, fast
    verification/ is this request from Alexa?
    dispatcher    from a request to its handler, and from its reply to a response
    factory       create_skill: all of the above as one SDK CustomSkill
    web, server   the HTTPS endpoint
    function      the AWS Lambda function
    simulator/    Alexa's side, offline: understanding, device, signing, terminal, page
    pages/        privacy and terms, for people
    publish/      from the repository to a published skill
    cli           the `leg-day` command
"""
