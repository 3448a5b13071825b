"""What stands in for Alexa on this machine: its understanding, a device, a page and a terminal."""
