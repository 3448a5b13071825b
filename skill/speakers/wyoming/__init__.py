"""`leg-day wyoming`: the skill as Home Assistant's conversation agent.

Wyoming is the protocol of Home Assistant's voice parts: events over TCP, each a line of JSON with
data and payload after it (https://github.com/OHF-Voice/wyoming). For each sentence Home Assistant
connects anew, sends a transcript and speaks what comes back as handled.

    events    reading events, however large or broken they claim to be
    agent     a transcript becomes a turn of a conversation
    ear       our recogniser, for those who want it
    server    connections, their limits, a clean stop
    serving   running it, and being found by Home Assistant without an address typed in
"""
