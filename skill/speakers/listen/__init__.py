"""`leg-day listen`: the skill asked aloud, on this machine alone.

audio           16 kHz mono sound: files, microphone, loudspeaker
endpointing     where an utterance begins and ends
denoise         less noise, before anything is recognised
pronunciation   how every word of the samples is spoken
language        how likely words follow each other, learned from the samples
recogniser      sound to readings of what was said
reading         which reading makes most sense, or none
"""
