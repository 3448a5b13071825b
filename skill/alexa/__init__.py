"""Alexa's protocol, and nothing of leg day: is a request genuine, and what does it say?"""
