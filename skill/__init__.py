"""Leg Day."""
