"""What the skill costs, in time and memory, beside its peers.

    make bench                                    everything, some 15 minutes on two cores
    .venv/bin/python -m benchmarks NAME ...       some of it

    accuracy       how often held-out lines are understood
    answering      JSON text to JSON text in one process, beside the SDK's own path
    cold_start     a new interpreter to its first answer: Lambda's case
    throughput     signed requests a second over HTTP, beside Node, flask-ask-sdk and bare Flask
    connections    the same for us, at 1 to 64 connections
    memory         one worker, idle and after 100,000 requests
    users          an answer that needs a user's goal, with up to a million users remembered
    understanding  the simulator's understanding, with up to a hundred times the samples
    speech         questions read aloud, clean and in noise, and what was heard
    page           the simulator page in Chromium

Not tests: they judge nothing and pytest does not collect them. The peers come from npm and PyPI
into .bench/, which is not under version control; each bench leaves its table there.
Turns are interleaved (A B C A B C ...) and a figure is the median of its turns, so that a busy
moment of the machine meets everybody. Server and load have a core each, where there are two.
"""
